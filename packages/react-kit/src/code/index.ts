export * from './CodeView';
export * from './DiffView';
export * from './followLines';
export * from './LineNotes';
