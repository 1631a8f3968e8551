export * from './useKeptFocus';
