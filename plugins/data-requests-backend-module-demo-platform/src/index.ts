/**
 * Sample rows from the demo company's warehouse.
 *
 * @packageDocumentation
 */
export { dataRequestsModuleDemoPlatform as default } from './module';
