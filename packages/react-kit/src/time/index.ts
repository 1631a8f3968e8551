export * from './AbsoluteTime';
export * from './RelativeTime';
export * from './useTimeFormat';
