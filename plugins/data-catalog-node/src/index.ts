/**
 * Extension point of the data-catalog backend.
 *
 * @packageDocumentation
 */
export * from './DatasetSource';
export * from './extensionPoints';
export * from './fitDatasetRecord';
export * from './inBatches';
export * from './ReadingTally';
export * from './testing';
