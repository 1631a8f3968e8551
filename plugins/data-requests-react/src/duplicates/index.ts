export type { DuplicateActions } from './DuplicateActions';
export * from './DuplicateHint';
export * from './DuplicatePanel';
