/**
 * The data-catalog backend plugin.
 *
 * @packageDocumentation
 */
export {};
