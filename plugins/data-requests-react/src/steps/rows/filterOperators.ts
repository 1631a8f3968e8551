import {
  FILTER_OPERATORS,
  type ColumnType,
  type FilterOperator,
} from '@suido/backstage-plugin-data-requests-common';

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
