/**
 * Extension point of the data-catalog backend.
 *
 * @packageDocumentation
 */
export * from './DatasetSource';
export * from './extensionPoints';
export * from './inBatches';
export * from './ReadingTally';
