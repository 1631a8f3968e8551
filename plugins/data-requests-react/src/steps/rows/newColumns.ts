import type {
  MartCalculation,
  MartColumn,
} from '@suido/backstage-plugin-data-requests-common';

/** A measure that counts the rows of a group. */
export function newRowCount(source: string): MartColumn {
  return {
    role: 'measure',
    name: 'row_count',
    definition: {},
    aggregation: 'count',
    source,
  };
}

/** A column that is calculated from others. */
export function newDerivedColumn(
  name: string,
  calculation: MartCalculation,
): MartColumn {
  return { role: 'derived', name, definition: {}, calculation };
}
