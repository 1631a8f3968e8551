/**
 * Reads a dbt project's own files; dbt itself is not needed.
 *
 * @packageDocumentation
 */
export * from './projectFilesOf';
export * from './readDbtProject';
export * from './types';
export * from './upstream';
