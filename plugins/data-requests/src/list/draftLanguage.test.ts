import { draftLanguage } from './draftLanguage';

const none = { question: '', purpose: ' ', definition: {} };

it.each([
  [none, undefined],
  [{ ...none, question: 'How much?' }, 'en'],
  [{ ...none, question: '店舗ごとの売上は？' }, 'ja'],
  [{ ...none, question: 'Uriage', purpose: '会議' }, 'both'],
  [{ ...none, definition: { ja: 'Sales' } }, 'ja'],
  [{ ...none, definition: { en: 'Sales', ja: ' ' } }, 'en'],
] as const)('%j is written in %s', (spec, language) => {
  expect(draftLanguage(spec)).toBe(language);
});
