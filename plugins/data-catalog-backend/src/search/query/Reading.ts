import type { QueryTerm, QueryWord } from '@suido/search-text';
import { MARKS, quoteLexeme, type Place } from '../lexemes';

/** Which words may be unfinished. */
export type Prefixes = 'last' | 'all';

/** A term, and terms that are as good. */
export interface ReadTerm {
  readonly term: QueryTerm;
  /** Each one or more terms that stand together for the term. */
  readonly synonyms: readonly (readonly QueryTerm[])[];
}

/** One way to understand what somebody typed. */
export interface Reading {
  readonly terms: readonly ReadTerm[];
  readonly prefixes: Prefixes;
  /** Share of the words that is enough; 1 for all of them. */
  readonly enough: number;
}

/** Whether a word may be unfinished in a reading. */
function isUnfinished(reading: Reading, term: number, word: number): boolean {
  const { terms, prefixes } = reading;
  return (
    prefixes === 'all' ||
    (term === terms.length - 1 && word === terms[term].term.words.length - 1)
  );
}

/**
 * Whether it is the first letter of something: then only names are looked at,
 * since everything has some word that begins so.
 */
export function isBroad({ terms }: Reading): boolean {
  const [{ term }] = terms;
  return terms.length === 1 && /^[\x21-\x7e]$/.test(term.words[0].text);
}

/**
 * The tsquery of what a text must have at a place. Lexemes are quoted and
 * everything else is ours, so that nothing typed is ever syntax.
 */
export function mustQuery(place: Place, reading: Reading): string {
  const terms = reading.terms.map((_, index) =>
    termQuery(place, reading, index),
  );
  return reading.enough < 1
    ? `(${lexemesOf(place, reading).join(' | ')})`
    : terms.join(' & ');
}

/** The tsquery of one term, with all that is as good. */
export function termQuery(
  place: Place,
  reading: Reading,
  index: number,
): string {
  const { term, synonyms } = reading.terms[index];
  const own = writtenQuery(place, term, word =>
    isUnfinished(reading, index, word),
  );
  const others = synonyms.map(terms =>
    terms.map(each => writtenQuery(place, each, () => false)).join(' & '),
  );
  return anyOf([own, ...others]);
}

/** The tsquery of a term as it was written, by its words or by the whole. */
export function writtenQuery(
  place: Place,
  { words, whole }: QueryTerm,
  isPrefix: (word: number) => boolean,
): string {
  const parts = words
    .map((word, index) => wordQuery(place, word, isPrefix(index)))
    .join(' & ');
  return whole === undefined
    ? parts
    : anyOf([parts, lexeme(place, whole, isPrefix(words.length - 1))]);
}

/** The tsquery of a word. */
export function wordQuery(
  place: Place,
  word: QueryWord,
  isPrefix: boolean,
): string {
  return word.lexemes
    .map(each =>
      lexeme(place, each, word.isPrefix || (isPrefix && !word.isJapanese)),
    )
    .join(' & ');
}

/** The tsqueries of all lexemes of a reading. */
export function lexemesOf(place: Place, reading: Reading): string[] {
  return reading.terms.flatMap(({ term }, index) =>
    term.words.flatMap((word, position) =>
      word.lexemes.map(each =>
        lexeme(
          place,
          each,
          word.isPrefix ||
            (!word.isJapanese && isUnfinished(reading, index, position)),
        ),
      ),
    ),
  );
}

/** The tsquery of a lexeme at a place. */
export function lexeme(place: Place, word: string, isPrefix = false): string {
  return `${quoteLexeme(MARKS[place] + word)}${isPrefix ? ':*' : ''}`;
}

function anyOf(queries: readonly string[]): string {
  return `(${queries.map(each => `(${each})`).join(' | ')})`;
}
