export * from './ChangeSet';
export * from './dataset';
export * from './Preview';
export * from './Target';
