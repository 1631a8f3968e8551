/**
 * dbt projects and their artifacts as sources of the data catalog.
 *
 * @packageDocumentation
 */
export { dataCatalogModuleDbt as default } from './module';
