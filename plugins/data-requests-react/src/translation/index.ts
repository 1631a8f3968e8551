export * from './translationRef';
export * from './useFormTexts';
