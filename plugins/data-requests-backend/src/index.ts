/**
 * Turns typed requests into change sets, previews and pull requests.
 *
 * @packageDocumentation
 */
export { dataRequestsPlugin as default } from './plugin';
