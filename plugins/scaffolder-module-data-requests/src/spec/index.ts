export * from './martPages';
