import type {
  ColumnType,
  FilterOperator,
  MartFilter,
} from '@suido/backstage-plugin-data-requests-common';
import { isTime } from '../mart';
import type { FormTexts } from '../translation';
import { shown } from './shown';

/** A comparison of a column with values. */
export interface Condition {
  /** The column as the sentence names it. */
  readonly column: string;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
  readonly type?: ColumnType;
}

/** A comparison as a clause, such as “status is completed or shipped”. */
export function conditionWords(t: FormTexts, condition: Condition): string {
  const { operator, type } = condition;
  const column = shown(condition.column);
  const values = condition.values.map(value => valueWords(t, value, type));
  const value = values.length > 0 ? joined(t, 'or', values) : '…';
  switch (operator) {
    case 'greater-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      return isTime(type)
        ? t(`conditionTime.${operator}`, { column, value })
        : t(`condition.${operator}`, { column, value });
    case 'none-of':
      return t('condition.none-of', {
        column,
        value: values.length > 0 ? joined(t, 'and', values) : '…',
      });
    case 'is-empty':
    case 'is-not-empty':
      return t(`condition.${operator}`, { column });
    default:
      return t(`condition.${operator}`, { column, value });
  }
}

/** A filter as a sentence. Rows that are empty there stay in a negation. */
export function filterWords(
  t: FormTexts,
  filter: MartFilter,
  type: ColumnType,
  isOnlySource: boolean,
): string {
  const { source, column, operator, values } = filter;
  const condition = conditionWords(t, {
    column: isOnlySource ? column : `${source}.${column}`,
    operator,
    values,
    type,
  });
  const keepsEmpty = operator === 'not-equals' || operator === 'none-of';
  return t(keepsEmpty ? 'words.filterKeepsEmpty' : 'words.filter', {
    condition,
  });
}

/** An enumeration in words: “a, b or c”. */
export function joined(
  t: FormTexts,
  by: 'and' | 'or',
  items: readonly string[],
): string {
  const last = items.at(-1) ?? '';
  return items.length > 1
    ? t(by === 'and' ? 'words.and' : 'words.or', {
        items: items.slice(0, -1).join(t('words.comma')),
        last,
      })
    : last;
}

function valueWords(t: FormTexts, value: string, type?: ColumnType): string {
  if (type === 'boolean' && (value === 'true' || value === 'false')) {
    return t(value === 'true' ? 'panel.yes' : 'panel.no');
  }
  return shown(value);
}
