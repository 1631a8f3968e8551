import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { FieldLocator } from './locateField';
import { sqlTokens, type SqlToken } from './sqlTokens';

/** Lines that belong to a field. */
interface Place {
  readonly field: string;
  readonly first: number;
  readonly last: number;
}

/** Brackets deeper than people nest them; inside, nothing is looked for. */
const MOST_DEPTH = 30;

const AFTER_CONDITIONS: ReadonlySet<string> = new Set([
  'group',
  'having',
  'qualify',
  'window',
  'order',
  'limit',
  'union',
  'intersect',
  'except',
]);
const JOIN_WORDS: ReadonlySet<string> = new Set([
  'join',
  'inner',
  'left',
  'right',
  'full',
  'cross',
]);

/**
 * Fields behind the lines of a model: the columns of its selects by the names
 * that they give, its sources, joins and filters.
 *
 * @remarks
 * This is not a parser of SQL. It knows the clauses of a `select` and that
 * brackets nest, which is enough for what the portal writes and for most of
 * what people make of it. A line that could mean two fields means none.
 */
export function locateInModel(spec: MartSpec, content: string): FieldLocator {
  const tokens = sqlTokens(content);
  const places = [
    ...sourcePlaces(spec, tokens),
    ...tokens.flatMap((token, index) =>
      isWord(token, 'select') && token.depth <= MOST_DEPTH
        ? selectPlaces(spec, tokens, index)
        : [],
    ),
  ];
  return line => {
    const fields = new Set(
      places
        .filter(({ first, last }) => first <= line && line <= last)
        .map(({ field }) => field),
    );
    return fields.size === 1 ? [...fields][0] : undefined;
  };
}

/** `orders as ( … )` on top, where the sources are brought in. */
function sourcePlaces(spec: MartSpec, tokens: readonly SqlToken[]): Place[] {
  return tokens.flatMap((token, index) => {
    const [as, open] = tokens.slice(index + 1, index + 3);
    const source = spec.sources.findIndex(({ alias }) => alias === token.name);
    if (source < 0 || !isWord(as, 'as') || open?.text !== '(') {
      return [];
    }
    const body = clauseFrom(tokens, index + 3, open.depth + 1, () => false);
    const { lastLine } = tokens[index + 3 + body.length] ?? open;
    return [{ field: `sources.${source}`, first: token.line, last: lastLine }];
  });
}

function selectPlaces(
  spec: MartSpec,
  tokens: readonly SqlToken[],
  select: number,
): Place[] {
  const { depth } = tokens[select];
  const clause = (from: number, isEnd: (token: SqlToken) => boolean) =>
    clauseFrom(tokens, from, depth, isEnd);

  const list = clause(
    select + 1,
    token => isWord(token, 'from') || isWord(token, 'select'),
  );
  const places: Place[] = [];
  for (const item of separated(list, depth, token => token.text === ',')) {
    const index = spec.columns.findIndex(({ name }) => name === nameOf(item));
    if (index >= 0) {
      places.push(placeOf(`columns.${index}`, item));
    }
  }

  let at = select + 1 + list.length;
  const endsTable = (token: SqlToken) =>
    isOneOf(token, JOIN_WORDS) ||
    isWord(token, 'where') ||
    isOneOf(token, AFTER_CONDITIONS);
  if (!isWord(tokens[at], 'from')) {
    return places;
  }
  const from = clause(at + 1, endsTable);
  at += 1 + from.length;
  while (isOneOf(tokens[at], JOIN_WORDS) && tokens[at].depth === depth) {
    const start = at;
    while (isOneOf(tokens[at], JOIN_WORDS) || isWord(tokens[at], 'outer')) {
      at += 1;
    }
    const joined = clause(at, endsTable);
    const index = spec.joins.findIndex(
      ({ source }) => source === joined[0]?.name,
    );
    if (index >= 0) {
      places.push(placeOf(`joins.${index}`, [tokens[start], ...joined]));
    }
    at += joined.length;
  }
  if (isWord(tokens[at], 'where') && tokens[at].depth === depth) {
    const conditions = clause(at + 1, token =>
      isOneOf(token, AFTER_CONDITIONS),
    );
    const each = separated(conditions, depth, token => isWord(token, 'and'));
    if (each.length === spec.filters.length) {
      each.forEach((condition, index) =>
        places.push(placeOf(`filters.${index}`, condition)),
      );
    }
  }
  return places;
}

/** Tokens up to the end of a clause, or of the bracket that it stands in. */
function clauseFrom(
  tokens: readonly SqlToken[],
  start: number,
  depth: number,
  isEnd: (token: SqlToken) => boolean,
): readonly SqlToken[] {
  let end = start;
  while (
    end < tokens.length &&
    tokens[end].depth >= depth &&
    !(tokens[end].depth === depth && isEnd(tokens[end]))
  ) {
    end += 1;
  }
  return tokens.slice(start, end);
}

function separated(
  tokens: readonly SqlToken[],
  depth: number,
  isSeparator: (token: SqlToken) => boolean,
): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  for (const token of tokens) {
    if (token.depth === depth && isSeparator(token)) {
      parts.push([]);
    } else {
      parts[parts.length - 1].push(token);
    }
  }
  return parts.filter(part => part.length > 0);
}

/** The name that an item of a `select` gives to its column. */
function nameOf(item: readonly SqlToken[]): string | undefined {
  const before = item.at(-2);
  return item.length === 1 || before?.text === '.' || isWord(before, 'as')
    ? item.at(-1)?.name
    : undefined;
}

function placeOf(field: string, tokens: readonly SqlToken[]): Place {
  return {
    field,
    first: tokens[0].line,
    last: tokens[tokens.length - 1].lastLine,
  };
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.text.toLowerCase() === word;
}

function isOneOf(
  token: SqlToken | undefined,
  words: ReadonlySet<string>,
): boolean {
  return token !== undefined && words.has(token.text.toLowerCase());
}
