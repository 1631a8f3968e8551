export * from './check/CheckAndSendStep';
export * from './data/DataStep';
export type { MartStepProps } from './MartStepFrame';
export * from './meaning/MeaningStep';
export * from './rows/RowsAndColumnsStep';
export * from './what/WhatAndWhyStep';
