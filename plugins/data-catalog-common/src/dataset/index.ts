export * from './changes';
export * from './Dataset';
export * from './edits';
