/*
 * A pattern is a list of segments; a segment is a list of literal characters
 * and wildcards. Both lists are matched by the same walk: go forward, and on a
 * mismatch return to the latest "any number" wildcard only. Its cost is at most
 * length × length, whatever the pattern: a file of rules cannot make it hang,
 * as a regular expression made from the pattern could.
 */

/** `*` inside a segment, `**` between segments: any number, also none. */
const ANY = Symbol('any');
/** `?`: exactly one character. */
const ONE = Symbol('one');

type Glyph = string | typeof ANY | typeof ONE;
type Segment = readonly Glyph[] | typeof ANY;

/** A pattern made ready for matching. @public */
export interface PathPattern {
  matches(path: string): boolean;
}

/** `undefined` where the text is no pattern that CODEOWNERS knows. @public */
export function compilePattern(source: string): PathPattern | undefined {
  if (source === '/' || isUnsupported(source)) {
    return undefined;
  }
  const segments = toSegments(source);
  if (!segments) {
    return undefined;
  }
  return {
    matches(path) {
      return walk(segments, path.split('/'), ANY, matchesSegment);
    },
  };
}

function isUnsupported(source: string): boolean {
  return (
    source.startsWith('!') ||
    source.startsWith('\\#') ||
    source.includes('[') ||
    source.includes(']') ||
    source.includes('***')
  );
}

function toSegments(source: string): Segment[] | undefined {
  const parts = source.split('/');
  // A slash at the start or in the middle ties the pattern to the root.
  const anchored = parts.length > 2 || (parts.length === 2 && parts[1] !== '');
  const names = parts[0] === '' ? parts.slice(1) : parts;
  const insideOnly = names.at(-1) === '' || names.at(-1) === '**';
  const plain = insideOnly ? names.slice(0, -1) : names;

  const segments: Segment[] = anchored ? [] : [ANY];
  for (const name of plain) {
    const segment = name === '**' ? ANY : toGlyphs(name);
    if (!segment || (segment !== ANY && segment.length === 0)) {
      return undefined;
    }
    segments.push(segment);
  }
  if (insideOnly) {
    segments.push([ONE, ANY], ANY);
  } else if (plain.at(-1) !== '*') {
    // A directory's name owns all that is below; `docs/*` is the exception.
    segments.push(ANY);
  }
  return segments;
}

/** `undefined` where a backslash has nothing to escape. */
function toGlyphs(name: string): Glyph[] | undefined {
  const glyphs: Glyph[] = [];
  let escaped = false;
  for (const character of name) {
    if (escaped) {
      glyphs.push(character);
      escaped = false;
    } else if (character === '\\') {
      escaped = true;
    } else if (character === '*') {
      glyphs.push(ANY);
    } else {
      glyphs.push(character === '?' ? ONE : character);
    }
  }
  return escaped ? undefined : glyphs;
}

function matchesSegment(segment: Segment, name: string): boolean {
  return (
    segment !== ANY &&
    name !== '' &&
    walk(
      segment,
      Array.from(name),
      ANY,
      (glyph, character) => glyph === ONE || glyph === character,
    )
  );
}

/** Whether `pattern`, whose `any` stands for any number of items, fits all. */
function walk<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  any: P,
  fits: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let anyAt = -1;
  let anyItem = 0;
  while (item < items.length) {
    if (at < pattern.length && pattern[at] === any) {
      anyAt = at;
      anyItem = item;
      at += 1;
    } else if (at < pattern.length && fits(pattern[at], items[item])) {
      at += 1;
      item += 1;
    } else if (anyAt >= 0) {
      at = anyAt + 1;
      anyItem += 1;
      item = anyItem;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(part => part === any);
}
