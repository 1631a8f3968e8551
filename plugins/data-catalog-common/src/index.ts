/**
 * Records, types, contract, permissions and client of data-catalog.
 *
 * @packageDocumentation
 */
export * from './contract';
export * from './dataset';
export * from './events';
export * from './permissions';
export * from './records';
export * from './search';
export * from './sources';
