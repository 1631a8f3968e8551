export * from './expectCompleteTranslations';
export * from './translationRef';
