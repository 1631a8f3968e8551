import {
  editDistance,
  type QueryTerm,
  type QueryWord,
} from '@suido/search-text';
import type { Knex } from 'knex';
import type { ReadableDatasets } from '../../permissions/DatasetGate';
import { countReadable } from './countReadable';
import { lexeme, wordQuery } from './Reading';

/** Shorter words have too many neighbours to guess. */
const FEWEST_LETTERS = { latin: 3, japanese: 3 };
/** From here on two letters may be wrong. */
const LONG_WORD = 8;
/** Candidates whose beginning or end is right; more come of no real word. */
const MOST_CANDIDATES = 3_000;
/** Nearest words that are looked up. */
const MOST_NEAR = 60;

/**
 * Mends words that nothing readable has, by the nearest word that something
 * readable has: best with the other words, else alone, nearest first. Words
 * are compared with the vocabulary only, and what of it may be suggested is
 * asked of the index, so that a mended word never tells of what is hidden.
 * @returns `undefined` where nothing is to be mended or nothing is near
 */
export async function mendWords(
  knex: Knex,
  terms: readonly QueryTerm[],
  readable: ReadableDatasets,
): Promise<QueryTerm[] | undefined> {
  const words = terms.flatMap(term => term.words);
  const isKnown = await countReadable(
    knex,
    words.map((word, index) =>
      wordQuery('anywhere', word, index === words.length - 1),
    ),
    readable,
  );
  const mended = new Map<QueryWord, QueryWord>();
  const known = words.filter((_, index) => isKnown[index] > 0);
  for (const [index, word] of words.entries()) {
    if (isKnown[index] === 0) {
      const better = await nearestWord(knex, word, known, readable);
      if (better) {
        mended.set(word, better);
      }
    }
  }
  if (known.length === words.length && words.length > 1) {
    // Somebody has mistyped it before: mend the word without which there is
    // something.
    for (const word of words) {
      const others = words.filter(each => each !== word);
      const better = await nearestWord(knex, word, others, readable);
      if (better?.isTogether) {
        mended.set(word, better);
        break;
      }
    }
  }
  return mended.size === 0
    ? undefined
    : terms.map(term =>
        term.words.some(word => mended.has(word))
          ? { words: term.words.map(word => mended.get(word) ?? word) }
          : term,
      );
}

async function nearestWord(
  knex: Knex,
  word: QueryWord,
  known: readonly QueryWord[],
  readable: ReadableDatasets,
): Promise<(QueryWord & { isTogether: boolean }) | undefined> {
  const near = await nearWords(knex, word);
  if (near.length === 0) {
    return undefined;
  }
  const others = known.map(other => wordQuery('anywhere', other, false));
  const alone = near.map(each => lexeme('anywhere', each.word));
  const counts = await countReadable(
    knex,
    [...alone, ...alone.map(each => [each, ...others].join(' & '))],
    readable,
  );
  const [best] = near
    .map((each, index) => ({
      ...each,
      alone: counts[index],
      together: counts[index + near.length],
    }))
    .filter(each => each.alone > 0)
    .sort(
      (a, b) =>
        Number(b.together > 0) - Number(a.together > 0) ||
        a.distance - b.distance ||
        b.together - a.together ||
        b.alone - a.alone ||
        (a.word < b.word ? -1 : 1),
    );
  return (
    best && {
      text: best.word,
      isJapanese: false,
      lexemes: [best.word],
      isPrefix: false,
      isTogether: best.together > 0,
    }
  );
}

/**
 * Words of the vocabulary near to a word. With one wrong letter either the
 * first or the last letters of a word are right, so both halves are looked up.
 */
async function nearWords(
  knex: Knex,
  { text, isJapanese }: QueryWord,
): Promise<{ word: string; distance: number }[]> {
  const letters = [...text];
  const fewest = isJapanese ? FEWEST_LETTERS.japanese : FEWEST_LETTERS.latin;
  if (letters.length < fewest) {
    return [];
  }
  const most = letters.length >= LONG_WORD ? 2 : 1;
  const half = Math.max(1, Math.floor((letters.length - 1) / 2));
  const head = letters.slice(0, half).join('');
  const tail = letters.slice(-half).reverse().join('');
  const { rows }: { rows: { word: string }[] } = await knex.raw(
    `select word from search_words
      where char_length(word) between ? and ?
        and (word ^@ ? or reversed ^@ ?)
      limit ?`,
    [letters.length - most, letters.length + most, head, tail, MOST_CANDIDATES],
  );
  return rows
    .map(({ word }) => ({ word, distance: editDistance(text, word, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEAR);
}
