/**
 * One tokenizer for everything that is searched.
 *
 * @packageDocumentation
 */
export * from './compactName';
export * from './editDistance';
export * from './foldKana';
export * from './foldText';
export * from './indexWords';
export * from './readQuery';
export * from './stemOf';
