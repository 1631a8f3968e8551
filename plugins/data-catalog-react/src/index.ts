/**
 * What frontends show of datasets: api, hooks, links, cards, columns,
 * definitions.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './columns';
export * from './dataset';
export * from './definition';
export * from './highlight';
export * from './routes';
export * from './states';
export { dataCatalogReactTranslationRef } from './translation/ref';
export * from './typing';
export * from './words';
