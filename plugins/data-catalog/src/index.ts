/**
 * The pages of the data catalog: find, understand, see where metadata comes
 * from.
 *
 * @packageDocumentation
 */
export { dataCatalogPlugin as default } from './plugin';
export { dataCatalogTranslationRef } from './translation/ref';
