import type { LocalizedText } from '@suido/vocabulary';
import type { ValueType } from '../sql/ValueType';

/** How a value of each type is typed. */
export const VALUE_FORMS: Readonly<Record<ValueType['type'], LocalizedText>> = {
  text: { en: 'a text', ja: '文字' },
  unknown: { en: 'a text', ja: '文字' },
  integer: { en: 'a whole number such as 42', ja: '整数（例：42）' },
  decimal: { en: 'a number such as 12.5', ja: '数値（例：12.5）' },
  boolean: { en: 'true or false', ja: 'true または false' },
  date: { en: 'a date such as 2026-01-31', ja: '日付（例：2026-01-31）' },
  timestamp: {
    en: 'a time such as 2026-01-31 09:30',
    ja: '日時（例：2026-01-31 09:30）',
  },
};

/** What the values of a column are, as a word in a sentence. */
export const TYPE_WORDS: Readonly<Record<ValueType['type'], LocalizedText>> = {
  text: { en: 'texts', ja: '文字' },
  unknown: { en: 'texts', ja: '文字' },
  integer: { en: 'whole numbers', ja: '整数' },
  decimal: { en: 'numbers', ja: '数値' },
  boolean: { en: 'true and false', ja: '真偽値' },
  date: { en: 'dates', ja: '日付' },
  timestamp: { en: 'times', ja: '日時' },
};
