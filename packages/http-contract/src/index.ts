/**
 * From one contract table to a client and an OpenAPI document; the router is
 * in `@suido/http-contract-node`.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './contract';
export * from './openApi';
export * from './parseInput';
