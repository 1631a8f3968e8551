export * from './dataRequestsApiRef';
export * from './useInputDatasets';
export * from './useTargets';
