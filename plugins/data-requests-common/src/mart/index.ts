export * from './aggregates';
export * from './calculation';
export * from './emptyMartSpec';
export * from './MartSpec';
export { IDENTIFIER_PATTERN } from './texts';
export * from './upgradeMartSpec';
