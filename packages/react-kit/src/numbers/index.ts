export * from './useNumberFormat';
