export * from './useLanguage';
export * from './useLocale';
