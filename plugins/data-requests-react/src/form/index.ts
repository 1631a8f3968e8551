export * from './useMartForm';
export * from './useMartPreview';
