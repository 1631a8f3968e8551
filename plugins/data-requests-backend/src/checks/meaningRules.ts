import { readAuthoredText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import { webAddress } from '../generator/webAddress';
import type { Finding, Rule } from './Rule';

const isBlank = (text: string) => text.trim() === '';

/** The question that the mart answers is told. */
export const questionRule: Rule = {
  name: 'question',
  field: 'question',
  blocks: 'nothing',
  find: ({ spec }) =>
    isBlank(spec.question)
      ? [
          {
            rule: 'question-missing',
            field: 'question',
            message: {
              en: 'Say which question the mart answers, as you would ask a colleague.',
              ja: 'このマートで答えたい質問を、同僚に尋ねるつもりで書いてください。',
            },
          },
        ]
      : [],
  passed: () => ({
    en: 'The question that the mart answers is told.',
    ja: 'マートで答える質問が書かれています。',
  }),
};

/** What the answer is used for is told. */
export const purposeRule: Rule = {
  name: 'purpose',
  field: 'purpose',
  blocks: 'nothing',
  find: ({ spec }) =>
    isBlank(spec.purpose)
      ? [
          {
            rule: 'purpose-missing',
            field: 'purpose',
            message: {
              en: 'Say what the answer is used for, such as a meeting, a report or a decision.',
              ja: '会議・報告・意思決定など、答えを何に使うかを書いてください。',
            },
          },
        ]
      : [],
  passed: () => ({
    en: 'The purpose is told.',
    ja: '用途が書かれています。',
  }),
};

/** The mart is defined; its columns should be. */
export const definitionRule: Rule = {
  name: 'definition',
  field: 'definition',
  blocks: 'nothing',
  find: ({ spec }) => [
    ...(readAuthoredText(spec.definition, 'en')
      ? []
      : [
          {
            rule: 'definition-missing',
            field: 'definition',
            message: {
              en: 'Define the mart in a sentence, in English or Japanese: what is one row, what is counted?',
              ja: 'マートの定義を英語か日本語で 1 文書いてください（1 行が何を表すか、何を数えるかなど）。',
            },
          },
        ]),
    ...spec.columns.flatMap((column, index): Finding[] =>
      readAuthoredText(column.definition, 'en')
        ? []
        : [
            {
              rule: 'column-definition-missing',
              field: `columns.${index}.definition`,
              severity: 'warning',
              message: {
                en: `Column "${shown(
                  column.name,
                )}" has no definition. A sentence saves its readers a question.`,
                ja: `列「${shown(
                  column.name,
                )}」に定義がありません。1 文あると、読む人が迷いません。`,
              },
            },
          ],
    ),
  ],
  passed: () => ({
    en: 'The mart and all its columns are defined.',
    ja: 'マートとすべての列に定義があります。',
  }),
};

/** Whoever asks for what looks like something else says how it differs. */
export const differencesRule: Rule = {
  name: 'differences',
  field: 'differences',
  blocks: 'nothing',
  find: ({ spec }) =>
    spec.differences.flatMap(({ reason }, index) =>
      isBlank(reason)
        ? [
            {
              rule: 'difference-reason-missing',
              field: `differences.${index}.reason`,
              message: {
                en: 'Say how this mart differs from what it looks like, or use that one instead.',
                ja: '似ているものとの違いを書くか、そちらをお使いください。',
              },
            },
          ]
        : [],
    ),
  passed: ({ spec }) =>
    spec.differences.length > 0
      ? {
          en: 'It is told how the mart differs from what it looks like.',
          ja: '似ているものとの違いが書かれています。',
        }
      : undefined,
};

/** Links of consumers lead to the web and nowhere else. */
export const consumersRule: Rule = {
  name: 'consumers',
  field: 'consumers',
  blocks: 'nothing',
  find: ({ spec }) =>
    spec.consumers.flatMap(({ name, url }, index): Finding[] => [
      ...(isBlank(name)
        ? [
            {
              rule: 'consumer-name-missing',
              field: `consumers.${index}.name`,
              message: {
                en: 'Name who or what will read the mart, or remove the line.',
                ja: 'マートを読む相手の名前を入力するか、この行を削除してください。',
              },
            },
          ]
        : []),
      ...(url === undefined || isBlank(url) || webAddress(url)
        ? []
        : [
            {
              rule: 'consumer-url-invalid',
              field: `consumers.${index}.url`,
              message: {
                en: 'The link must be a web address that starts with https:// or http://.',
                ja: 'リンクは https:// または http:// で始まるアドレスにしてください。',
              },
            },
          ]),
    ]),
  passed: ({ spec }) =>
    spec.consumers.length > 0
      ? {
          en: 'Who reads the mart is told.',
          ja: 'マートを読む相手が書かれています。',
        }
      : undefined,
};
