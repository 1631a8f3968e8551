export * from './Highlighted';
export { wordsOf } from './markWords';
