export * from './DataRequest';
export * from './draft';
export * from './events';
export * from './timeline';
