export * from './CodeView';
export * from './DiffView';
