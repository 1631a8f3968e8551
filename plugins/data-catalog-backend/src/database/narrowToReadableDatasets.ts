import { narrowToReadable } from '@suido/backend-kit';
import type { Knex } from 'knex';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import type { DatasetFilter } from '../permissions/datasetResource';

/**
 * Narrows a query of `datasets` to what somebody may read, so that neither
 * rows nor counts of others ever leave the database.
 * @param table - name or alias of `datasets` in the query
 */
export function narrowToReadableDatasets(
  query: Knex.QueryBuilder,
  readable: ReadableDatasets,
  table = 'datasets',
): void {
  narrowToReadable(query, readable, (narrowed, filter) =>
    applyLeaf(narrowed, filter, table),
  );
}

const COLUMNS = { owner: 'owner_ref', domain: 'domain' } as const;

/** Never null, so that its negation shows what is left and nothing less. */
function applyLeaf(
  query: Knex.QueryBuilder,
  filter: DatasetFilter,
  table: string,
): void {
  if (filter.property === 'tier') {
    query.where(`${table}.tier`, '<', filter.below);
  } else {
    query.whereRaw('coalesce(?? = any (?::text[]), false)', [
      `${table}.${COLUMNS[filter.property]}`,
      filter.oneOf,
    ]);
  }
}
