export * from './aggregates';
export * from './emptyMartSpec';
export * from './MartSpec';
