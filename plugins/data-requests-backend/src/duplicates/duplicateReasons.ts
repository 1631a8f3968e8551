import type { LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import type { MartSummary } from './MartSummary';
import { sharedWords } from './sharedWords';
import type { Words } from './words';

/** So many names are told; of the others only how many they are. */
const MOST_NAMES = 6;

/** Which datasets both read. */
export function sourcesReason(
  candidate: MartSummary,
  spec: MartSummary,
): LocalizedText {
  const names = [...spec.sources]
    .filter(([key]) => candidate.sources.has(key))
    .map(([, name]) => name);
  const list = listed(names);
  const total = spec.sources.size;
  if (names.length < total) {
    return {
      en: `Reads ${names.length} of the same ${total} datasets: ${list.en}`,
      ja: `${total} 件のデータセットのうち ${names.length} 件が同じです: ${list.ja}`,
    };
  }
  return total === 1
    ? {
        en: `Reads the same dataset: ${list.en}`,
        ja: `同じデータセットを使います: ${list.ja}`,
      }
    : {
        en: `Reads the same ${total} datasets: ${list.en}`,
        ja: `同じ ${total} 件のデータセットを使います: ${list.ja}`,
      };
}

/**
 * Which columns both have.
 * @param total - how many the spec has
 */
export function columnsReason(
  names: readonly string[],
  total: number,
): LocalizedText {
  const list = listed(names);
  if (names.length === total) {
    return total === 1
      ? { en: `Has the same column: ${list.en}`, ja: `同じ列です: ${list.ja}` }
      : {
          en: `All ${total} columns are the same: ${list.en}`,
          ja: `${total} 列すべてが同じです: ${list.ja}`,
        };
  }
  return {
    en: `${names.length} of ${total} columns ${
      names.length === 1 ? 'is' : 'are'
    } the same: ${list.en}`,
    ja: `${total} 列のうち ${names.length} 列が同じです: ${list.ja}`,
  };
}

/** What a row stands for in both. */
export function grainReason({ grain, columns }: MartSummary): LocalizedText {
  const list = listed(
    [...(grain ?? [])].map(key => columns.get(key)?.name ?? key),
  );
  return {
    en: `One row stands for the same: ${list.en}`,
    ja: `粒度（1 行が表すもの）が同じです: ${list.ja}`,
  };
}

/** Which words both are described with; `undefined` where none can be named. */
export function wordsReason(
  candidate: Words,
  spec: Words,
): LocalizedText | undefined {
  const words = sharedWords(candidate, spec).slice(0, MOST_NAMES);
  return words.length === 0
    ? undefined
    : {
        en: `Similar words: ${words.map(({ en }) => shown(en)).join(', ')}`,
        ja: `似た言葉があります: ${words
          .map(({ ja }) => shown(ja))
          .join('、')}`,
      };
}

function listed(names: readonly string[]): LocalizedText {
  const told = names.slice(0, MOST_NAMES).map(shown);
  const more = names.length - told.length;
  return {
    en: told.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    ja: told.join('、') + (more > 0 ? ` ほか ${more} 件` : ''),
  };
}
