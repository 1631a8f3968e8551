import { stemOf, type QueryTerm } from '@suido/search-text';
import type { Reading } from './Reading';
import type { Synonyms } from './synonyms';

/** Ways to understand a query, from the narrowest. */
export interface Readings {
  /** As it is written, the last word perhaps unfinished; words may be plural. */
  asWritten(terms: readonly QueryTerm[]): Reading;
  /** All words perhaps unfinished. */
  beginnings(terms: readonly QueryTerm[]): Reading;
  /** With other words for the same; absent where none are known. */
  synonymous(terms: readonly QueryTerm[]): Reading | undefined;
  /** Most of the words. */
  most(terms: readonly QueryTerm[]): Reading;
}

/** Where a Japanese word has a typo, a third of its pairs is still right. */
const ENOUGH = 0.34;

/** @param synonyms - what else people call things */
export function createReadings(synonyms: Synonyms): Readings {
  const plain = (terms: readonly QueryTerm[]) =>
    terms.map(term => ({ term, synonyms: singular(term) }));
  return {
    asWritten: terms => ({ terms: plain(terms), prefixes: 'last', enough: 1 }),
    beginnings: terms => ({ terms: plain(terms), prefixes: 'all', enough: 1 }),
    synonymous(terms) {
      const others = terms.map(term => synonyms.of(term));
      return others.some(each => each.length > 0)
        ? {
            terms: terms.map((term, index) => ({
              term,
              synonyms: [...singular(term), ...others[index]],
            })),
            prefixes: 'last',
            enough: 1,
          }
        : undefined;
    },
    most: terms => ({ terms: plain(terms), prefixes: 'last', enough: ENOUGH }),
  };
}

/** `order` for `orders`; the other way round a beginning finds it. */
function singular(term: QueryTerm): QueryTerm[][] {
  const words = term.words.map(word => {
    const stem = word.isJapanese ? word.text : stemOf(word.text);
    return stem === word.text ? word : { ...word, text: stem, lexemes: [stem] };
  });
  return words.some((word, index) => word !== term.words[index])
    ? [[{ words }]]
    : [];
}
