import { InputError } from '@backstage/errors';
import type {
  ChangeType,
  DatasetChange,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import { narrowToReadableDatasets } from './narrowToReadableDatasets';

/** Which changes a list shows. */
export interface ChangeQuery {
  /** Of one dataset; of all where absent. */
  readonly datasetId?: string;
  readonly since?: string;
  readonly cursor?: string;
  readonly limit: number;
}

interface ChangeRow {
  readonly sequence: string;
  readonly at: Date;
  readonly type: ChangeType;
  readonly key: string;
  readonly short_name: string;
  readonly column_name: string | null;
  readonly before: DatasetChange['before'] | null;
  readonly after: DatasetChange['after'] | null;
  readonly source: string;
  readonly actor: string | null;
}

/**
 * A page of history, newest first, of what the reader may see today.
 * @throws `InputError` where the cursor is not one of ours
 */
export async function listChanges(
  knex: Knex,
  query: ChangeQuery,
  readable: ReadableDatasets,
): Promise<{ items: DatasetChange[]; nextCursor?: string }> {
  const changes = knex('dataset_changes as changes')
    .join('datasets', 'datasets.id', 'changes.dataset_id')
    .orderBy('changes.sequence', 'desc')
    .limit(query.limit + 1);
  narrowToReadableDatasets(changes, readable);
  if (query.datasetId !== undefined) {
    changes.where('changes.dataset_id', query.datasetId);
  }
  if (query.since !== undefined) {
    changes.where('changes.at', '>=', query.since);
  }
  if (query.cursor !== undefined) {
    changes.where('changes.sequence', '<', readCursor(query.cursor));
  }
  const rows: ChangeRow[] = await changes.select(
    'changes.*',
    'datasets.key',
    'datasets.short_name',
  );
  const items = rows.slice(0, query.limit).map(toChange);
  return {
    items,
    nextCursor:
      rows.length > query.limit ? String(items.at(-1)?.sequence) : undefined,
  };
}

function toChange(row: ChangeRow): DatasetChange {
  return {
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
    type: row.type,
    dataset: { key: row.key, name: row.short_name },
    column: row.column_name ?? undefined,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    source: row.source,
    actor: row.actor ?? undefined,
  };
}

function readCursor(cursor: string): string {
  if (!/^\d{1,18}$/.test(cursor)) {
    throw new InputError(
      `The cursor '${cursor}' is not one that this list gave; leave it out to start from the newest change.`,
    );
  }
  return cursor;
}
