/**
 * The permission policy of the demo app.
 *
 * @packageDocumentation
 */
export { permissionModuleSuido as default } from './module';
