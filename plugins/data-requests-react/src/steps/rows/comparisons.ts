import {
  CONDITION_OPERATORS,
  FILTER_OPERATORS,
  type ColumnType,
  type FilterOperator,
  type MartChoice,
} from '@suido/backstage-plugin-data-requests-common';
import { isTime } from '../../mart';
import type { FormTexts } from '../../translation';

const TEXT_ONLY: readonly FilterOperator[] = ['contains', 'starts-with'];
const ORDERED_ONLY: readonly FilterOperator[] = [
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
];
const FOR_BOOLEAN: readonly FilterOperator[] = [
  'equals',
  'is-empty',
  'is-not-empty',
];

/** The comparisons that make sense for a type of column. */
export function operatorsFor(type: ColumnType): readonly FilterOperator[] {
  switch (type) {
    case 'boolean':
      return FOR_BOOLEAN;
    case 'text':
      return FILTER_OPERATORS.filter(one => !ORDERED_ONLY.includes(one));
    case 'unknown':
      return FILTER_OPERATORS;
    default:
      return FILTER_OPERATORS.filter(one => !TEXT_ONLY.includes(one));
  }
}

/** The comparisons of a rule that make sense for a type of column. */
export function conditionsFor(
  type: ColumnType,
): readonly MartChoice['operator'][] {
  const fitting = operatorsFor(type);
  return CONDITION_OPERATORS.filter(one => fitting.includes(one));
}

/** A comparison as a list offers it: a date is “after”, not “greater”. */
export function comparisonLabel(
  t: FormTexts,
  operator: FilterOperator,
  type: ColumnType,
): string {
  switch (operator) {
    case 'greater-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      return isTime(type)
        ? t(`operatorTime.${operator}`)
        : t(`operator.${operator}`);
    default:
      return t(`operator.${operator}`);
  }
}

/** How many values a comparison takes at most; 0 for none. */
export function takesValues(operator: FilterOperator): number {
  switch (operator) {
    case 'is-empty':
    case 'is-not-empty':
      return 0;
    case 'one-of':
    case 'none-of':
      return 100;
    default:
      return 1;
  }
}
