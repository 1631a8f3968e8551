/** A word of Jinja code. Strings come without quotes, escapes resolved. */
export interface JinjaToken {
  readonly kind: 'name' | 'string' | 'number' | 'symbol';
  readonly value: string;
}

/** The inside of one `{{ … }}` or `{% … %}`. */
export interface JinjaBlock {
  readonly kind: 'expression' | 'statement';
  readonly tokens: readonly JinjaToken[];
}

export interface JinjaBlocks {
  readonly blocks: readonly JinjaBlock[];
  /** False where a block or comment is never closed. */
  readonly complete: boolean;
}

/**
 * The Jinja blocks of a text, in order.
 *
 * @remarks
 * Skips `{# comments #}` and what is between `{% raw %}` and `{% endraw %}`,
 * and does not end a block inside a string. A block inside an SQL comment
 * counts, because dbt renders it too. Linear in the length of the text.
 *
 * Source: Jinja2, "Template Designer Documentation".
 */
export function tokenizeJinja(text: string): JinjaBlocks {
  const blocks: JinjaBlock[] = [];
  const opening = /\{[{%#]/g;
  for (;;) {
    const open = opening.exec(text);
    if (!open) {
      return { blocks, complete: true };
    }
    const end =
      open[0] === '{#'
        ? endOfComment(text, opening.lastIndex)
        : readBlock(text, opening.lastIndex, open[0], blocks);
    if (end === undefined) {
      return { blocks, complete: false };
    }
    opening.lastIndex = end;
    if (isRaw(blocks.at(-1)) && open[0] === '{%') {
      const endRaw = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
      endRaw.lastIndex = end;
      if (!endRaw.exec(text)) {
        return { blocks, complete: false };
      }
      opening.lastIndex = endRaw.lastIndex;
    }
  }
}

function endOfComment(text: string, start: number): number | undefined {
  const end = text.indexOf('#}', start);
  return end === -1 ? undefined : end + 2;
}

function isRaw(block: JinjaBlock | undefined): boolean {
  return (
    block?.kind === 'statement' &&
    block.tokens.length === 1 &&
    block.tokens[0].value === 'raw'
  );
}

/** One alternative per token kind; sticky, so it never looks ahead far. */
const TOKEN =
  /\s+|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d+(?:\.\d+)?)|(?<string>'[^'\\]*(?:\\[^][^'\\]*)*'|"[^"\\]*(?:\\[^][^"\\]*)*")|(?<symbol>[^])/uy;

/** Adds the block and returns where the text goes on after it. */
function readBlock(
  text: string,
  start: number,
  opening: string,
  blocks: JinjaBlock[],
): number | undefined {
  const closing = opening === '{{' ? '}}' : '%}';
  const tokens: JinjaToken[] = [];
  let depth = 0;
  let position = start;
  while (position < text.length) {
    // `}}` closes a dictionary first, as in Jinja: {{ f({'a': {'b': 1}}) }}
    if (depth === 0 && text.startsWith(closing, position)) {
      blocks.push({
        kind: opening === '{{' ? 'expression' : 'statement',
        tokens: withoutWhitespaceControl(tokens),
      });
      return position + 2;
    }
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    if (!match?.groups) {
      return undefined;
    }
    const { name, number, string, symbol } = match.groups;
    if (name !== undefined) {
      tokens.push({ kind: 'name', value: name });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', value: number });
    } else if (string !== undefined) {
      tokens.push({ kind: 'string', value: unescapeString(string) });
    } else if (symbol !== undefined) {
      tokens.push({ kind: 'symbol', value: symbol });
      if (symbol === '{') {
        depth += 1;
      } else if (symbol === '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    position = TOKEN.lastIndex;
  }
  return undefined;
}

function withoutWhitespaceControl(
  tokens: readonly JinjaToken[],
): readonly JinjaToken[] {
  const isControl = (token: JinjaToken | undefined) =>
    token?.kind === 'symbol' && (token.value === '-' || token.value === '+');
  const start = isControl(tokens[0]) ? 1 : 0;
  const end = isControl(tokens.at(-1)) ? -1 : undefined;
  return tokens.slice(start, end);
}

function unescapeString(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\([^])/g, (_, character: string) => {
    switch (character) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      default:
        return character;
    }
  });
}
