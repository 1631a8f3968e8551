export * from './commits';
export * from './DataRequest';
export * from './draft';
export * from './duplicates';
export * from './events';
export * from './states';
export * from './timeline';
export * from './waiting';
