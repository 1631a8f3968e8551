/**
 * Sign-in of the demo company.
 *
 * @packageDocumentation
 */
export { authModuleDemoPersonas as default } from './module';
