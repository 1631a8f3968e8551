import type {
  MartColumn,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Language } from '@suido/vocabulary';
import type { MartColumnTypes } from '../mart';
import type { FormTexts } from '../translation';
import { shown } from './shown';

const LONGEST_NOUN_CHARS = 16;

/**
 * What one row stands for, such as “One row per store per day”.
 *
 * @remarks
 * A time is named by its unit, another column by its meaning. Where two
 * columns would read the same, they are named as they are.
 *
 * @returns `undefined` as long as nothing identifies a row
 */
export function grainWords(
  t: FormTexts,
  spec: Pick<MartSpec, 'columns' | 'grain'>,
  types: MartColumnTypes,
  language: Language,
): string | undefined {
  if (spec.grain.length === 0) {
    return undefined;
  }
  const nouns = spec.grain.map(name => {
    const column = spec.columns.find(candidate => candidate.name === name);
    return column
      ? nounOf(t, column, types, language)
      : { text: shown(name), isTime: false };
  });
  // The unit of time comes last in a sentence, whatever the order of columns.
  const parts = nouns
    .map(({ text, isTime }, index) => ({
      isTime,
      text:
        nouns.filter(other => other.text === text).length > 1
          ? shown(spec.grain[index])
          : text,
    }))
    .sort((a, b) => Number(a.isTime) - Number(b.isTime))
    .map(({ text }) => t('words.per', { noun: spaced(text, language) }));
  return t('words.grain', { parts: parts.join(t('words.perJoin')) });
}

function nounOf(
  t: FormTexts,
  column: MartColumn,
  types: MartColumnTypes,
  language: Language,
): { readonly text: string; readonly isTime: boolean } {
  if (column.role === 'dimension' && column.timeGrain) {
    return { text: t(`timeNoun.${column.timeGrain}`), isTime: true };
  }
  if (types.get(column.name) === 'date') {
    return { text: t('timeNoun.day'), isTime: true };
  }
  return {
    text:
      (language === 'ja' && japaneseNoun(column.definition.ja)) ||
      latinNoun(column.name),
    isTime: false,
  };
}

/** Japanese puts a space between Latin letters and its own. */
function spaced(noun: string, language: Language): string {
  return language === 'ja' && /[!-~]$/.test(noun) ? `${noun} ` : noun;
}

/**
 * `店舗ID（主キー）` names a 店舗, `注文を受けた店舗です。` too; what goes on after
 * a full stop or comma is no noun.
 */
function japaneseNoun(definition: string | undefined): string | undefined {
  const noun = definition
    ?.normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/(です|である)?。?$/, '')
    .replace(/の?(ID|コード|番号|キー)$/i, '')
    .trim();
  const isNoun =
    noun && [...noun].length <= LONGEST_NOUN_CHARS && !/[。、\n]/.test(noun);
  return isNoun ? noun : undefined;
}

/** `store_id` names a store. */
function latinNoun(name: string): string {
  const noun = name.replace(/_(id|code|key|no|uuid)$/, '').replaceAll('_', ' ');
  return shown(noun);
}
