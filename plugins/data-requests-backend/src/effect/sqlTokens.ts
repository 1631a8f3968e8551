/** A word, name, literal or sign of SQL, with where it stands. */
export interface SqlToken {
  readonly text: string;
  /** What a word or a quoted name names; absent of anything else. */
  readonly name?: string;
  /** Lines of its first and last character, from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** How many brackets it stands in; a bracket stands outside itself. */
  readonly depth: number;
}

/**
 * In this order: comments and what dbt renders count for nothing; texts and
 * quoted names may run over lines, a doubled quote stands for itself, and so
 * does what the portal writes for `{{` (`neutraliseJinja`).
 */
const TOKEN = new RegExp(
  [
    String.raw`--[^\n]*`,
    String.raw`\/\*[^]*?(?:\*\/|$)`,
    String.raw`\{[%#{][^]*?(?:[%#}]\}|$)`,
    String.raw`'(?:\{\{ '\{[{%#]' \}\}|[^'\\]|''|\\[^])*(?:'|$)`,
    String.raw`"(?:[^"]|"")*(?:"|$)`,
    '`[^`]*(?:`|$)',
    String.raw`[\p{L}_][\p{L}\p{N}_$]*`,
    String.raw`\d[\w.]*`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** Splits SQL into its tokens, in one pass whatever the text. */
export function sqlTokens(text: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let line = 1;
  let depth = 0;
  let seen = 0;
  for (const match of text.matchAll(TOKEN)) {
    line += breaksIn(text.slice(seen, match.index));
    const [found] = match;
    seen = match.index + found.length;
    const lastLine = line + breaksIn(found);
    if (!/^(?:--|\/\*|\{[%#{])/.test(found)) {
      depth = found === ')' ? Math.max(0, depth - 1) : depth;
      tokens.push({ text: found, ...named(found), line, lastLine, depth });
      depth = found === '(' ? depth + 1 : depth;
    }
    line = lastLine;
  }
  return tokens;
}

function named(text: string): { name?: string } {
  if (/^["`]/.test(text)) {
    return { name: text.slice(1, -1).replace(/""/g, '"') };
  }
  return /^[\p{L}_]/u.test(text) ? { name: text } : {};
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}
