import { CONCEPTS, type Concept } from './concepts';

/** What texts are about, in a form that can be compared. */
export interface Words {
  /** Stems, or concepts in their place, with the word as it was written. */
  readonly latin: ReadonlyMap<string, string>;
  /** Pairs of neighbouring characters of Japanese words, kana as hiragana. */
  readonly bigrams: ReadonlySet<string>;
  /** The Japanese words that the pairs come from, as they were written. */
  readonly pieces: readonly string[];
  readonly concepts: ReadonlySet<Concept>;
}

/** Nobody describes a mart in more; keeps junk cheap. */
const MOST_CHARS_OF_A_TEXT = 4_000;

const LATIN_WORD = /[\p{Script=Latin}\p{Nd}]+/gu;
const JAPANESE_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Words that say how a sentence is built, and those that every mart has. */
const STOP_WORDS = new Set(
  (
    'a an and any are as at be been by can did do does each every for from ' +
    'has have how i if in into is it its many me much must no not of ' +
    'on one only or our out over per so than that the their them then there ' +
    'these they this those to up us was we were what when where which who ' +
    'whom whose why will with you your ' +
    'agg data dim fact fct int mart model report row rpt stg table'
  ).split(' '),
);

/**
 * Where Japanese words end: endings and helper words anywhere, particles only
 * behind those, a kanji or a katakana, where they are not a part of the word.
 */
const JAPANESE_GLUE =
  /(?:知りたい|見たい|ください|について|における|ごと|ました|でした|です|ます|した|して|する|される|された|いる|ある|こと|ため|など|から|まで|より|たい)[のをはがにでともへや]?|(?<=[\p{Script=Han}\p{Script=Katakana}ー])[のをはがにでともへや]/gu;

/** What every mart has, as above. */
const STOP_PIECES = new Set(
  '行 一行 何 データ マート データマート モデル レポート 表'.split(' '),
);

const STEMS = new Map(
  CONCEPTS.flatMap(each => each.words.map(word => [word, each] as const)),
);

/**
 * Takes texts of both languages apart.
 *
 * @remarks
 * NFKC and small letters; Latin words by their stem, without accents; Japanese
 * as character bigrams with katakana folded to hiragana; the words of
 * {@link CONCEPTS} also as what they mean.
 */
export function wordsOf(texts: readonly (string | undefined)[]): Words {
  const latin = new Map<string, string>();
  const bigrams = new Set<string>();
  const pieces = new Set<string>();
  const concepts = new Set<Concept>();
  for (const text of texts) {
    const normal = (text ?? '')
      .slice(0, MOST_CHARS_OF_A_TEXT)
      .normalize('NFKC')
      .toLowerCase();
    for (const [word] of normal.matchAll(LATIN_WORD)) {
      const stem = stemOf(word);
      if (word.length > 1 && !STOP_WORDS.has(word) && !STOP_WORDS.has(stem)) {
        const meant = STEMS.get(stem);
        latin.set(meant ? `=${meant.en}` : stem, word);
        if (meant) {
          concepts.add(meant);
        }
      }
    }
    for (const [run] of normal.matchAll(JAPANESE_RUN)) {
      const folded = foldKana(run);
      for (const each of CONCEPTS) {
        if (each.terms.some(term => folded.includes(term))) {
          concepts.add(each);
        }
      }
      for (const piece of run.split(JAPANESE_GLUE)) {
        if (piece !== '' && !STOP_PIECES.has(piece)) {
          pieces.add(piece);
          bigramsOf(piece).forEach(bigram => bigrams.add(bigram));
        }
      }
    }
  }
  return { latin, bigrams, pieces: [...pieces], concepts };
}

/**
 * How alike two lots of words are, 0 to 1: the language in which they are most
 * alike counts. Across languages only concepts are left to compare, of which
 * one alone proves little, so that `n` shared ones count `n / (n + 1)`.
 */
export function wordSimilarity(a: Words, b: Words): number {
  const shared = countShared(a.concepts, b.concepts);
  return Math.max(
    overlap(new Set(a.latin.keys()), new Set(b.latin.keys())),
    overlap(a.bigrams, b.bigrams),
    overlap(a.concepts, b.concepts) * (shared / (shared + 1)),
  );
}

/**
 * Ochiai's coefficient of two sets, `|A ∩ B| / √(|A| |B|)`: 1 for the same
 * set, 0 for disjoint or empty ones.
 */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return a.size === 0 || b.size === 0
    ? 0
    : countShared(a, b) / Math.sqrt(a.size * b.size);
}

function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return [...a].filter(each => b.has(each)).length;
}

/**
 * A word without accents and without the `s` of a plural (the S-stemmer of
 * D. Harman, "How effective is suffixing?", JASIS 42, 1991).
 */
export function stemOf(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}+/gu, '');
  if (plain.length < 4) {
    return plain;
  }
  if (/ies$/.test(plain) && !/[ea]ies$/.test(plain)) {
    return plain.replace(/ies$/, 'y');
  }
  if (/(?:sh|ch|x|ss)es$/.test(plain)) {
    return plain.slice(0, -2);
  }
  return /[^us]s$/.test(plain) ? plain.slice(0, -1) : plain;
}

/** Pairs of neighbouring characters; a single character stands for itself. */
export function bigramsOf(piece: string): string[] {
  const characters = [...foldKana(piece)];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((each, index) => characters[index] + each);
}

/** Katakana as hiragana, so that both spellings of a word are one. */
export function foldKana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, letter =>
    String.fromCharCode(letter.charCodeAt(0) - 0x60),
  );
}
