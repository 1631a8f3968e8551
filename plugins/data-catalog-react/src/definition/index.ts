export * from './Definition';
export * from './MarkdownText';
export * from './withoutMarkdown';
