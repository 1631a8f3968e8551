export * from './CatalogSource';
export * from './localizedText';
export * from './readingReport';
