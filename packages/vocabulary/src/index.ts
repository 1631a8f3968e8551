/**
 * The words every Suido plugin shares.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './canonicalDatasetId';
export * from './DatasetId';
export * from './datasetKey';
export * from './layer';
export * from './localizedText';
export * from './roles';
export * from './tier';
export * from './updateFrequency';
