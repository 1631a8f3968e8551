/**
 * dbt projects as sources of the data catalog.
 *
 * @packageDocumentation
 */
export { dataCatalogModuleDbt as default } from './module';
