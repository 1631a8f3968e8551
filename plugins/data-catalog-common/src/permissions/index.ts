export * from './decide';
export * from './permissions';
