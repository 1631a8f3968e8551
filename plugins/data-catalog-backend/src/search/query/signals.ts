import { compactName, type QueryTerm } from '@suido/search-text';
import {
  isBroad,
  lexeme,
  lexemesOf,
  mustQuery,
  termQuery,
  wordQuery,
  writtenQuery,
  type Reading,
} from './Reading';

/** A sign that something is what was meant, and how much it says. */
export interface Signal {
  readonly query: string;
  readonly weight: number;
}

/** Of fewer letters too many names begin with them. */
const FEWEST_LETTERS_OF_A_COLUMN = 3;
/** Of a longer query each further word says little and costs as much. */
const MOST_SINGLE_WORDS = 5;

/**
 * What tells documents apart that all have the words: the name above the rest,
 * finished words above beginnings. Weights add up.
 */
export function documentSignals(typed: string, reading: Reading): Signal[] {
  if (reading.enough < 1) {
    return lexemesOf('anywhere', reading).map(query => ({ query, weight: 10 }));
  }
  const compact = compactName(typed);
  const terms = reading.terms.map(({ term }) => term);
  const words = terms.flatMap(term => term.words);
  return [
    { query: lexeme('wholeName', compact), weight: 200 },
    { query: lexeme('wholeName', compact, true), weight: 40 },
    ...(terms.length > 1
      ? terms.map(term => ({
          query: lexeme('wholeName', compactOf(term)),
          weight: 40,
        }))
      : []),
    { query: mustQuery('name', reading), weight: 30 },
    { query: all(terms.map(term => finished('name', term))), weight: 20 },
    { query: mustQuery('own', reading), weight: 15 },
    { query: all(terms.map(term => finished('own', term))), weight: 5 },
    { query: all(terms.map(term => finished('anywhere', term))), weight: 5 },
    ...(words.length > 1 && words.length <= MOST_SINGLE_WORDS
      ? words.map(word => ({
          query: wordQuery('name', word, false),
          weight: 8,
        }))
      : []),
  ];
}

/** What tells columns apart, as above. */
export function columnSignals(typed: string, reading: Reading): Signal[] {
  if (reading.enough < 1 || isBroad(reading)) {
    return [];
  }
  const compact = compactName(typed);
  const terms = reading.terms.map(({ term }) => term);
  const isLong = [...compact].length >= FEWEST_LETTERS_OF_A_COLUMN;
  const isSeveral =
    terms.flatMap(term => term.words.flatMap(word => word.lexemes)).length > 1;
  return [
    { query: lexeme('wholeName', compact), weight: 70 },
    ...(isLong
      ? [{ query: lexeme('wholeName', compact, true), weight: 25 }]
      : []),
    ...(terms.length > 1
      ? terms.map(term => ({
          query: lexeme('wholeName', compactOf(term)),
          weight: 30,
        }))
      : []),
    ...(isSeveral
      ? [
          { query: mustQuery('name', reading), weight: 22 },
          { query: mustQuery('anywhere', reading), weight: 18 },
        ]
      : []),
  ];
}

/** What a column must have at least one of, to be shown with its dataset. */
export function anyTermQueries(reading: Reading): string[] {
  return reading.terms.map((_, index) => termQuery('anywhere', reading, index));
}

function finished(place: 'name' | 'own' | 'anywhere', term: QueryTerm): string {
  return writtenQuery(place, term, () => false);
}

function compactOf(term: QueryTerm): string {
  return compactName(term.whole ?? term.words.map(({ text }) => text).join(''));
}

function all(queries: readonly string[]): string {
  return queries.map(each => `(${each})`).join(' & ');
}
