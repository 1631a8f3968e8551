import {
  isAggregated,
  type MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import { shown } from '../generator/explanation/words';
import { findInDerived } from './derivedFindings';
import { unknownSource } from './filterRules';
import { identifierFinding } from './identifierFinding';
import { unknownColumn } from './joinRules';
import type { CheckContext, Finding, Rule } from './Rule';

const COLUMN = { en: 'The column', ja: '列' };

/** Columns have names of their own and can be computed. */
export const columnsRule: Rule = {
  name: 'columns',
  field: 'columns',
  blocks: 'query',
  find: context => {
    const { columns } = context.spec;
    if (columns.length === 0) {
      return [
        {
          rule: 'columns-missing',
          field: 'columns',
          message: {
            en: 'Choose at least one column of the mart.',
            ja: 'マートの列を 1 つ以上選んでください。',
          },
        },
      ];
    }
    return columns.flatMap((column, index) => {
      const field = `columns.${index}`;
      return [
        ...findInName(column, index, context),
        ...(column.role === 'derived'
          ? findInDerived(column, field, context)
          : findInTaken(column, field, context)),
      ];
    });
  },
  passed: () => ({
    en: 'All columns have names and can be computed.',
    ja: 'すべての列に名前があり、計算できます。',
  }),
};

function findInName(
  column: MartColumn,
  index: number,
  { spec }: CheckContext,
): readonly Finding[] {
  const field = `columns.${index}.name`;
  const malformed = identifierFinding(
    column.name,
    field,
    COLUMN,
    'column-name',
  );
  if (malformed) {
    return [malformed];
  }
  return spec.columns.findIndex(({ name }) => name === column.name) < index
    ? [
        {
          rule: 'column-name-duplicate',
          field,
          message: {
            en: `Two columns have the name "${column.name}". Rename one of them.`,
            ja: `列名「${column.name}」が重複しています。どちらかを変えてください。`,
          },
        },
      ]
    : [];
}

function findInTaken(
  column: Exclude<MartColumn, { role: 'derived' }>,
  field: string,
  { spec, lookup }: CheckContext,
): readonly Finding[] {
  if (column.role === 'detail' && isAggregated(spec)) {
    return [
      {
        rule: 'column-ungrouped',
        field: `${field}.role`,
        message: {
          en: `"${shown(
            column.name,
          )}" is a value of single rows, but the mart has totals. Make it a dimension, or sum it up.`,
          ja: `集計する列があるため、1 行ごとの値「${shown(
            column.name,
          )}」は置けません。分析軸にするか、集計してください。`,
        },
      },
    ];
  }
  if (!lookup.dataset(column.source)) {
    return [unknownSource(column.source, `${field}.source`)];
  }
  const isRowCount =
    column.role === 'measure' &&
    column.aggregation === 'count' &&
    column.column === undefined;
  if (isRowCount) {
    return [];
  }
  const name = column.column ?? '';
  const found = lookup.sourceColumn(column.source, name);
  if (!found) {
    return [unknownColumn(column.source, name, `${field}.column`)];
  }
  return findInUse(column, field, found.valueType.type);
}

function findInUse(
  column: Exclude<MartColumn, { role: 'derived' }>,
  field: string,
  type: string,
): readonly Finding[] {
  if (
    column.role === 'dimension' &&
    column.timeGrain !== undefined &&
    type !== 'date' &&
    type !== 'timestamp'
  ) {
    return [
      {
        rule: 'column-time-grain',
        field: `${field}.timeGrain`,
        message: {
          en: `"${shown(
            column.column,
          )}" holds no dates, so it cannot be cut to a period. Remove the period, or choose a date.`,
          ja: `「${shown(
            column.column,
          )}」は日付ではないため、期間にまとめられません。期間を外すか、日付の列を選んでください。`,
        },
      },
    ];
  }
  const isNumber = ['integer', 'decimal', 'unknown'].includes(type);
  if (
    column.role === 'measure' &&
    (column.aggregation === 'sum' || column.aggregation === 'average') &&
    !isNumber
  ) {
    return [
      {
        rule: 'column-aggregation-type',
        field: `${field}.aggregation`,
        message: {
          en: `"${shown(
            column.column ?? '',
          )}" holds ${type} values, which cannot be summed up. Count them instead, or choose a number.`,
          ja: `「${shown(
            column.column ?? '',
          )}」（${type}）は合計できません。件数にするか、数値の列を選んでください。`,
        },
      },
    ];
  }
  return column.role === 'measure' &&
    (column.aggregation === 'minimum' || column.aggregation === 'maximum') &&
    type === 'boolean'
    ? [
        {
          rule: 'column-aggregation-type',
          field: `${field}.aggregation`,
          message: {
            en: `"${shown(
              column.column ?? '',
            )}" is true or false and has no smallest or largest value. Count it instead.`,
            ja: `「${shown(
              column.column ?? '',
            )}」は真偽値のため、最小・最大がありません。件数にしてください。`,
          },
        },
      ]
    : [];
}
