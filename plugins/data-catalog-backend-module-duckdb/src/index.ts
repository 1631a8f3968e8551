/**
 * DuckDB files as sources of the data catalog.
 *
 * @packageDocumentation
 */
export { dataCatalogModuleDuckDb as default } from './module';
