import type {
  Aggregation,
  FilterOperator,
  TimeGrain,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText, Tier, UpdateFrequency } from '@suido/vocabulary';
import { wellFormed } from '../authoredText';

const SHOWN_LENGTH_CHARS = 60;

/** A text of a person inside a sentence of ours: one line, not endless. */
export function shown(text: string): string {
  const line = wellFormed(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > SHOWN_LENGTH_CHARS
    ? `${characters.slice(0, SHOWN_LENGTH_CHARS).join('')}…`
    : line;
}

/** Names as an enumeration: `a, b and c`, `a、b、c`. */
export function enumerated(names: readonly string[]): LocalizedText {
  const all = names.map(shown);
  const last = all.at(-1) ?? '';
  return {
    en: all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${last}` : last,
    ja: all.join('、'),
  };
}

export const GRAIN_WORDS: Readonly<Record<TimeGrain, LocalizedText>> = {
  day: { en: 'day', ja: '日' },
  week: { en: 'week', ja: '週' },
  month: { en: 'month', ja: '月' },
  quarter: { en: 'quarter', ja: '四半期' },
  year: { en: 'year', ja: '年' },
};

export const AGGREGATION_WORDS: Readonly<Record<Aggregation, LocalizedText>> = {
  sum: { en: 'sum', ja: '合計' },
  average: { en: 'average', ja: '平均' },
  minimum: { en: 'smallest value', ja: '最小値' },
  maximum: { en: 'largest value', ja: '最大値' },
  count: { en: 'number of values', ja: '件数' },
  'count-distinct': {
    en: 'number of different values',
    ja: '重複を除いた件数',
  },
};

export const OPERATOR_WORDS: Readonly<Record<FilterOperator, LocalizedText>> = {
  equals: { en: 'is', ja: 'が次の値と等しい' },
  'not-equals': { en: 'is not', ja: 'が次の値ではない' },
  'greater-than': { en: 'is greater than', ja: 'が次の値より大きい' },
  'at-least': { en: 'is at least', ja: 'が次の値以上' },
  'less-than': { en: 'is less than', ja: 'が次の値より小さい' },
  'at-most': { en: 'is at most', ja: 'が次の値以下' },
  'one-of': { en: 'is one of', ja: 'が次のいずれか' },
  'none-of': { en: 'is none of', ja: 'が次のいずれでもない' },
  contains: { en: 'contains', ja: 'が次の文字を含む' },
  'starts-with': { en: 'starts with', ja: 'が次の文字で始まる' },
  'is-empty': { en: 'is empty', ja: 'が空' },
  'is-not-empty': { en: 'is not empty', ja: 'が空でない' },
};

export const FREQUENCY_WORDS: Readonly<Record<UpdateFrequency, LocalizedText>> =
  {
    hourly: { en: 'every hour', ja: '1 時間ごと' },
    daily: { en: 'every day', ja: '毎日' },
    weekly: { en: 'every week', ja: '毎週' },
    monthly: { en: 'every month', ja: '毎月' },
    'on-demand': { en: 'on demand', ja: '必要なとき' },
  };

export const TIER_WORDS: Readonly<Record<Tier, LocalizedText>> = {
  1: { en: 'public', ja: '公開' },
  2: { en: 'internal', ja: '社内' },
  3: { en: 'confidential', ja: '機密' },
  4: { en: 'sensitive', ja: '極秘' },
};
