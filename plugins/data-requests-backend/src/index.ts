/**
 * Turns typed requests into change sets, previews and pull requests.
 *
 * @packageDocumentation
 */
export { dataRequestsFeatures as default } from './features';
