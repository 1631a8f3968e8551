export { DATASET_SOURCE_CONTRACT } from './datasetSourceContract';
export type { SourceContractCase, SourceHarness } from './SourceHarness';
