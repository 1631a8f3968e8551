/**
 * Data contracts of the Open Data Contract Standard as a source of the data
 * catalog.
 *
 * @packageDocumentation
 */
export { dataCatalogModuleOdcs as default } from './module';
