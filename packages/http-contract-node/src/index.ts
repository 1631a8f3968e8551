/**
 * Serves a contract table with express.
 *
 * @packageDocumentation
 */
export * from './createContractRouter';
