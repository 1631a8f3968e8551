export * from './ChecksView';
export * from './Explanation';
export * from './FilesDiff';
export * from './LivePanel';
export * from './ReviewersView';
export * from './SampleTable';
