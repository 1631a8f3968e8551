export * from './DeniedState';
export * from './describeError';
export * from './EmptyState';
export * from './ErrorState';
export * from './LoadingState';
export * from './useErrorWords';
