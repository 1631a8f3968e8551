/**
 * Extension points of the data-requests backend.
 *
 * @packageDocumentation
 */
export * from './extensionPoints';
export * from './Forge';
export * from './SampleSource';
export * from './testing';
