const LONGEST_CHARS = 600;

/**
 * Markdown as one line of plain text, for lists: marks of emphasis, headings,
 * lists and code go, what a link says stays.
 * @public
 */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .slice(0, LONGEST_CHARS)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|~~|`+)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
