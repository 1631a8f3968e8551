/**
 * What every backend plugin of the suite does in the same way.
 *
 * @packageDocumentation
 */
export * from './audited';
export * from './Caller';
export * from './CallerResolver';
export * from './databaseFault';
export * from './isUniqueViolation';
export * from './openPluginDatabase';
export * from './PermissionGate';
export * from './Readable';
