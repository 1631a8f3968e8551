/**
 * The pages of data requests: ask, follow, review.
 *
 * @packageDocumentation
 */
export { dataRequestsPlugin as default } from './plugin';
export * from './frame/AskForMartButton';
export * from './frame/FirstRequestLink';
export * from './home';
export { dataRequestsTranslationRef } from './translation/ref';
