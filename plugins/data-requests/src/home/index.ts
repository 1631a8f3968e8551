export * from './MyContributions';
export * from './MyWork';
export * from './RecentlyMerged';
export * from './RequestFiguresSection';
export * from './ReviewQueue';
