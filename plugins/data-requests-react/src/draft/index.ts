export * from './DraftSaver';
export * from './DraftIndicator';
export * from './DraftNotice';
export * from './useDraft';
export * from './useLeaveGuard';
