export * from './assetRecords';
export * from './columnRecord';
export * from './datasetRecord';
export * from './lineageRecord';
export * from './snapshotRecord';
export * from './usageRecord';
