import { bigramsOf } from './bigramsOf';
import { wholeOf } from './indexWords';
import { piecesOf } from './pieces';

/** A word of a query. @public */
export interface QueryWord {
  /** Folded. */
  readonly text: string;
  readonly isJapanese: boolean;
  /** What a text must have among its words: all of it. */
  readonly lexemes: readonly string[];
  /** It matches by prefix in any case: a single Japanese character. */
  readonly isPrefix: boolean;
}

/** Words that were written as one: an identifier, a run of Japanese. @public */
export interface QueryTerm {
  readonly words: readonly QueryWord[];
  /** The identifier without separators, where it has several words. */
  readonly whole?: string;
}

/** Nobody types more; keeps junk cheap. */
const MOST_WORDS = 12;

/**
 * The words of what somebody typed, in order; nothing where there are none.
 * The last word may be unfinished.
 * @public
 */
export function readQuery(query: string): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let left = MOST_WORDS;
  for (const piece of piecesOf(query)) {
    if (left <= 0) {
      break;
    }
    if (piece.script === 'cjk') {
      terms.push({ words: [japaneseWord(piece.text)] });
      left -= 1;
    } else if (piece.words.length > 0) {
      const words = piece.words.slice(0, left);
      terms.push({
        words: words.map(text => ({
          text,
          isJapanese: false,
          lexemes: [text],
          isPrefix: false,
        })),
        whole: piece.words.length > 1 ? wholeOf(piece.words) : undefined,
      });
      left -= words.length;
    }
  }
  return terms;
}

function japaneseWord(text: string): QueryWord {
  const characters = [...text];
  const isPrefix = characters.length === 1;
  return {
    text,
    isJapanese: true,
    lexemes: isPrefix ? characters : [...new Set(bigramsOf(characters))],
    isPrefix,
  };
}
