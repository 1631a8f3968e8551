/**
 * Types, contract, permissions and client of data-requests.
 *
 * @packageDocumentation
 */
export * from './changes';
export * from './contract';
export * from './mart';
export * from './permissions';
export * from './request';
