import type {
  ColumnEffect,
  ColumnType,
  MartColumn,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { isDeepStrictEqual } from 'node:util';

/** The columns of a mart as a spec describes them. */
export interface ComparedColumns {
  readonly spec: Pick<MartSpec, 'sources' | 'columns'>;
  /** As far as they are known; a type is found out with the sample rows. */
  readonly types: ReadonlyMap<string, ColumnType>;
}

/**
 * What differs between the columns of two specs, in the order of the later
 * one, those that went last. A column that is calculated otherwise and thereby
 * has another type is retyped.
 */
export function compareColumns(
  before: ComparedColumns,
  after: ComparedColumns,
): ColumnEffect[] {
  const old = new Map(before.spec.columns.map(each => [each.name, each]));
  const young = new Set(after.spec.columns.map(({ name }) => name));
  const effects = after.spec.columns.flatMap((column): ColumnEffect[] => {
    const { name } = column;
    const from = before.types.get(name);
    const to = after.types.get(name);
    const previous = old.get(name);
    const types = { ...(from && { from }), ...(to && { to }) };
    if (!previous) {
      return [{ name, change: 'added', ...types }];
    }
    if (from && to && from !== to) {
      return [{ name, change: 'retyped', from, to }];
    }
    return isDeepStrictEqual(
      meaningOf(previous, before.spec),
      meaningOf(column, after.spec),
    )
      ? []
      : [{ name, change: 'recalculated', ...types }];
  });
  const removed = before.spec.columns
    .filter(({ name }) => !young.has(name))
    .map(({ name }): ColumnEffect => {
      const from = before.types.get(name);
      return { name, change: 'removed', ...(from && { from }) };
    });
  return [...effects, ...removed];
}

/** What a column is made of: not what it is called, nor under which alias. */
function meaningOf(
  { name: _name, definition: _definition, ...column }: MartColumn,
  { sources }: Pick<MartSpec, 'sources'>,
) {
  return {
    ...column,
    ...('source' in column && {
      source: sources.find(({ alias }) => alias === column.source)?.dataset,
    }),
  };
}
