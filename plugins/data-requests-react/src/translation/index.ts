export * from './translationRef';
