export * from './dataCatalogApiRef';
export * from './retryUnlessAnswered';
export * from './useDataCatalog';
export * from './useDataset';
