/**
 * One catalog of datasets, merged from many tellers.
 *
 * @packageDocumentation
 */
export { dataCatalogPlugin as default } from './plugin';
