export * from './EntityName';
export * from './LayerChip';
export * from './OwnerName';
export * from './TierChip';
