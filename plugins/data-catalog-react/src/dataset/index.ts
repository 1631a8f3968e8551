export * from './DatasetSummaryCard';
