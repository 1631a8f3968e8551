export * from './isComposing';
