import type { MartTest } from '@suido/backstage-plugin-data-requests-common';
import { shown } from '../generator/explanation/words';
import { readFilterValue } from '../generator/readFilterValue';
import { isNumeric } from '../sql/ValueType';
import type { CheckContext, Finding, Rule } from './Rule';
import { VALUE_FORMS } from './valueForms';

/** Promises are about columns that the mart has, and fit them. */
export const testsRule: Rule = {
  name: 'tests',
  field: 'tests',
  blocks: 'files',
  find: context =>
    context.spec.tests.flatMap((test, index) =>
      findInTest(test, index, context),
    ),
  passed: ({ spec }) =>
    spec.tests.length > 0
      ? {
          en: 'The promises about the columns can be checked.',
          ja: '列についての約束は、すべて確認できます。',
        }
      : undefined,
};

function findInTest(
  test: MartTest,
  index: number,
  { spec, lookup }: CheckContext,
): readonly Finding[] {
  const field = `tests.${index}`;
  const column = shown(test.column);
  const type = lookup.martColumnType(test.column);
  if (!lookup.martColumn(test.column)) {
    return [
      {
        rule: 'test-column-unknown',
        field: `${field}.column`,
        message: {
          en: `The mart has no column "${column}". Choose one of its columns, or remove the promise.`,
          ja: `マートに列「${column}」はありません。列を選び直すか、この約束を削除してください。`,
        },
      },
    ];
  }
  const first = spec.tests.findIndex(
    other => other.kind === test.kind && other.column === test.column,
  );
  if (first < index) {
    return [
      {
        rule: 'test-twice',
        field,
        message: {
          en: `The same promise about "${column}" is there already. Remove one, or put the values together.`,
          ja: `「${column}」について同じ約束があります。1 つ削除するか、値をまとめてください。`,
        },
      },
    ];
  }
  if (test.kind === 'not-negative' && type && !isNumeric(type)) {
    return [
      {
        rule: 'test-type',
        field,
        message: {
          en: `"${column}" is no number, so it cannot be below zero. Remove the promise.`,
          ja: `「${column}」は数値ではないため、負かどうかを確認できません。この約束を削除してください。`,
        },
      },
    ];
  }
  if (test.kind !== 'accepted-values') {
    return [];
  }
  if (test.values.length === 0) {
    return [
      {
        rule: 'test-values-missing',
        field: `${field}.values`,
        message: {
          en: `Give the values that "${column}" may have.`,
          ja: `「${column}」が取りうる値を入力してください。`,
        },
      },
    ];
  }
  return test.values.flatMap((value, valueIndex): Finding[] =>
    !type || (value !== '' && readFilterValue(value, type))
      ? []
      : [
          {
            rule: 'test-value-invalid',
            field: `${field}.values.${valueIndex}`,
            message: {
              en: `"${shown(value)}" is not ${VALUE_FORMS[type.type].en}.`,
              ja: `「${shown(value)}」ではなく、${
                VALUE_FORMS[type.type].ja
              }を入力してください。`,
            },
          },
        ],
  );
}
