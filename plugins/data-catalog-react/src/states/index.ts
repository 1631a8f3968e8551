export * from './QueryStates';
