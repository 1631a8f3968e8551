export * from './judgeChecks';
export * from './useBeen';
export * from './useDuplicates';
export * from './useMartForm';
export * from './useMartPreview';
