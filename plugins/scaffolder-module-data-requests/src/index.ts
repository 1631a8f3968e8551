/**
 * The steps of the request form as fields of Backstage Templates.
 *
 * @packageDocumentation
 */
export { scaffolderModuleDataRequests as default } from './module';
export { scaffolderModuleDataRequestsTranslationRef } from './translation';
