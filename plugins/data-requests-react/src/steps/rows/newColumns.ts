import type { MartColumn } from '@suido/backstage-plugin-data-requests-common';

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

/** A calculation that begins with the last measure, else the last column. */
export function newDerivedColumn(columns: readonly MartColumn[]): MartColumn {
  const start =
    columns.findLast(column => column.role === 'measure') ?? columns.at(-1);
  return {
    role: 'derived',
    name: 'calculation',
    definition: {},
    operation: 'divide',
    left: { kind: 'column', name: start?.name ?? '' },
    right: { kind: 'number', value: 1 },
  };
}
