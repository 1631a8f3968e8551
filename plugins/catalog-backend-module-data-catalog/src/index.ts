/**
 * Datasets of a dbt repository as entities of the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleDataCatalog as default } from './module';
