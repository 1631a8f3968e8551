import type {
  FilterOperator,
  MartFilter,
} from '@suido/backstage-plugin-data-requests-common';
import { shown } from '../generator/explanation/words';
import { readFilterValue } from '../generator/readFilterValue';
import { isOrdered, type ValueType } from '../sql/ValueType';
import { unknownColumn } from './joinRules';
import type { CheckContext, Finding, Rule } from './Rule';
import { VALUE_FORMS } from './valueForms';

/** Filters name columns that exist and values that fit them. */
export const filtersRule: Rule = {
  name: 'filters',
  field: 'filters',
  blocks: 'query',
  find: context =>
    context.spec.filters.flatMap((filter, index) =>
      findInFilter(filter, `filters.${index}`, context),
    ),
  passed: ({ spec }) =>
    spec.filters.length > 0
      ? {
          en: 'The filters fit their columns.',
          ja: '絞り込みの条件は、列の内容に合っています。',
        }
      : undefined,
};

const ORDERING: readonly FilterOperator[] = [
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
];
const OF_TEXTS: readonly FilterOperator[] = ['contains', 'starts-with'];
const OF_LISTS: readonly FilterOperator[] = ['one-of', 'none-of'];
const WITHOUT_VALUE: readonly FilterOperator[] = ['is-empty', 'is-not-empty'];

function findInFilter(
  { source, column, operator, values }: MartFilter,
  field: string,
  { lookup }: CheckContext,
): readonly Finding[] {
  if (!lookup.dataset(source)) {
    return [unknownSource(source, `${field}.source`)];
  }
  const found = lookup.sourceColumn(source, column);
  if (!found) {
    return [unknownColumn(source, column, `${field}.column`)];
  }
  const { valueType } = found;
  const isText = valueType.type === 'text' || valueType.type === 'unknown';
  if (
    (ORDERING.includes(operator) && !isOrdered(valueType)) ||
    (OF_TEXTS.includes(operator) && !isText)
  ) {
    return [
      {
        rule: 'filter-operator',
        field: `${field}.operator`,
        message: {
          en: `This comparison does not fit "${shown(column)}", which holds ${
            valueType.type
          } values. Choose another one.`,
          ja: `「${shown(column)}」（${
            valueType.type
          }）には、この比較は使えません。別の条件を選んでください。`,
        },
      },
    ];
  }
  return findInValues(values, operator, valueType, field);
}

function findInValues(
  values: readonly string[],
  operator: FilterOperator,
  type: ValueType,
  field: string,
): readonly Finding[] {
  if (WITHOUT_VALUE.includes(operator)) {
    return values.length === 0
      ? []
      : [
          {
            rule: 'filter-value-superfluous',
            field: `${field}.values`,
            message: {
              en: 'This condition takes no value. Remove the value.',
              ja: 'この条件に値は要りません。値を削除してください。',
            },
          },
        ];
  }
  const isCountWrong = OF_LISTS.includes(operator)
    ? values.length === 0
    : values.length !== 1;
  if (isCountWrong || values.some(value => value === '')) {
    return [
      {
        rule: 'filter-value-missing',
        field: `${field}.values`,
        message: OF_LISTS.includes(operator)
          ? {
              en: 'Give at least one value, none of them blank.',
              ja: '値を 1 つ以上、空欄なしで入力してください。',
            }
          : {
              en: 'Give exactly one value. For "no value at all" there is the condition "is empty".',
              ja: '値を 1 つ入力してください。値がないことを調べるには「空」の条件を使います。',
            },
      },
    ];
  }
  return values.flatMap((value, index): Finding[] =>
    readFilterValue(value, type)
      ? []
      : [
          {
            rule: 'filter-value-invalid',
            field: `${field}.values.${index}`,
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

/** A dataset that was not chosen. */
export function unknownSource(alias: string, field: string): Finding {
  return {
    rule: 'source-not-chosen',
    field,
    message: {
      en: `"${shown(
        alias,
      )}" is none of the chosen datasets. Choose one of them.`,
      ja: `「${shown(
        alias,
      )}」は選んだデータセットにありません。選び直してください。`,
    },
  };
}
