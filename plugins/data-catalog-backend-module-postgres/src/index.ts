/**
 * Live PostgreSQL databases as sources of the data catalog.
 *
 * @packageDocumentation
 */
export { dataCatalogModulePostgres as default } from './module';
