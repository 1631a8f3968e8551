export * from './calculationWords';
export * from './columnWords';
export * from './conditionWords';
export * from './grainWords';
