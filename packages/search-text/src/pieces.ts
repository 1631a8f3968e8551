import { foldText } from './foldText';

/** A run of text that is taken apart in one way. */
export type Piece =
  | {
      readonly script: 'cjk';
      /** Folded. */
      readonly text: string;
      /** Its kanji and katakana words, folded. */
      readonly segments: readonly string[];
    }
  | {
      readonly script: 'other';
      /**
       * Words of an identifier, folded: split where letters alone tell it,
       * whatever follows, so that the beginning of an identifier has the
       * beginning of its words.
       */
      readonly words: readonly string[];
      /** What is within the words: `html` and `doc` in `HTMLDoc`. */
      readonly inner: readonly string[];
    };

/** Longer words are cut, in texts and queries alike. */
export const MOST_CHARS_OF_A_WORD = 64;

const CJK =
  '(?=[\\p{L}\\p{N}])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}ー]';
const OTHER = `(?!${CJK})[\\p{L}\\p{N}\\p{M}]`;
const PIECE = new RegExp(
  `(?<cjk>${CJK}(?:${CJK}|[-‐‑‒–—―−](?=[\\u30a1-\\u30fa]))*)|(?:${OTHER})+(?:[_-]+(?:${OTHER})+)*`,
  'gu',
);
const SEGMENT = /\p{Script=Han}{2,}|[\u30a1-\u30faー]{2,}/gu;
const CASE_BOUNDARY = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;
const INNER = /\p{N}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}\p{N}]+/gu;

/** Takes a text apart; what is neither letter nor digit only separates. */
export function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.normalize('NFKC').matchAll(PIECE)) {
    if (match.groups?.cjk !== undefined) {
      yield cjkPiece(match[0]);
    } else {
      const words = match[0]
        .split(/[_-]+/)
        .flatMap(part => part.split(CASE_BOUNDARY));
      const inner = words
        .filter(word => /\p{N}|\p{Lu}{2}\p{Ll}/u.test(word))
        .flatMap(word => word.match(INNER) ?? []);
      yield {
        script: 'other',
        words: words.map(foldWord).filter(Boolean),
        inner: inner.map(foldWord).filter(Boolean),
      };
    }
  }
}

function cjkPiece(run: string): Piece {
  return {
    script: 'cjk',
    text: foldText(run),
    segments: (run.match(SEGMENT) ?? []).map(foldWord),
  };
}

function foldWord(word: string): string {
  const folded = foldText(word);
  return folded.length <= MOST_CHARS_OF_A_WORD
    ? folded
    : [...folded].slice(0, MOST_CHARS_OF_A_WORD).join('');
}
