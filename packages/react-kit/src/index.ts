/**
 * What the suite's frontends share.
 *
 * @packageDocumentation
 */
export * from './code';
export * from './focus';
export * from './keyboard';
export * from './language';
export * from './live';
export * from './numbers';
export * from './states';
export * from './time';
export * from './translation';
