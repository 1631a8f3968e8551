export * from './useTypedText';
