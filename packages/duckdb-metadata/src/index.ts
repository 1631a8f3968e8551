/**
 * Tells what a DuckDB database holds.
 *
 * @packageDocumentation
 */
export * from './nestedFields';
export * from './readDuckDbMetadata';
export * from './types';
