/**
 * Reads and writes data contracts of the Open Data Contract Standard.
 *
 * @packageDocumentation
 */
export * from './datasets/ContractDataset';
export * from './datasets/contractDatasets';
export * from './reading/Contract';
export * from './reading/readContract';
export * from './writing/writeContract';
