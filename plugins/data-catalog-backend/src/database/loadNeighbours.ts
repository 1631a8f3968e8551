import type { Knex } from 'knex';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import { narrowToReadableDatasets } from './narrowToReadableDatasets';

/** Another dataset; without a key where nobody tells of it. */
export interface Neighbour {
  readonly key?: string;
  readonly name: string;
}

interface NeighbourRow {
  readonly key: string;
  readonly short_name: string;
  readonly is_told: boolean;
}

/**
 * Datasets that a dataset is made from, or that are made from it. Those that
 * the reader may not see are left out, and counted nowhere.
 */
export async function loadNeighbours(
  knex: Knex,
  datasetId: string,
  direction: 'reads' | 'readBy',
  readable: ReadableDatasets,
): Promise<Neighbour[]> {
  const [own, other] =
    direction === 'reads' ? ['to_id', 'from_id'] : ['from_id', 'to_id'];
  const query = knex('datasets')
    .whereIn('datasets.id', knex('edges').where(own, datasetId).select(other))
    .whereNot('datasets.id', datasetId)
    .orderBy(['datasets.short_name', 'datasets.id']);
  narrowToReadableDatasets(query, readable);
  const rows: NeighbourRow[] = await query.select(
    'datasets.key',
    'datasets.short_name',
    knex.raw('cardinality(datasets.sources) > 0 as is_told'),
  );
  return rows.map(toNeighbour);
}

/** Whether the reader may see everything that a dataset is made from. */
export async function areInputsReadable(
  knex: Knex,
  datasetId: string,
  readable: ReadableDatasets,
): Promise<boolean> {
  if (readable === 'all') {
    return true;
  }
  const inputs = () =>
    knex('datasets')
      .whereIn(
        'datasets.id',
        knex('edges').where('to_id', datasetId).select('from_id'),
      )
      .count({ count: '*' })
      .first();
  const shown = inputs();
  narrowToReadableDatasets(shown, readable);
  const [all, some] = await Promise.all([inputs(), shown]);
  return all?.count === some?.count;
}

/**
 * Finds datasets by the keys of names that are told of them.
 * @returns by that key; `hidden` where the reader may not see it; nothing where
 *   the catalog does not know the name
 */
export async function loadPointedAt(
  knex: Knex,
  keys: readonly string[],
  readable: ReadableDatasets,
): Promise<Map<string, Neighbour | 'hidden'>> {
  if (keys.length === 0) {
    return new Map();
  }
  const byKey = () =>
    knex('dataset_names as names')
      .join('datasets', 'datasets.id', 'names.dataset_id')
      .whereIn('names.key', [...keys]);
  const shown = byKey();
  narrowToReadableDatasets(shown, readable);
  const [known, rows]: [string[], (NeighbourRow & { asked: string })[]] =
    await Promise.all([
      byKey().pluck('names.key'),
      shown.select(
        'names.key as asked',
        'datasets.key',
        'datasets.short_name',
        knex.raw('cardinality(datasets.sources) > 0 as is_told'),
      ),
    ]);
  const found = new Map<string, Neighbour | 'hidden'>(
    known.map(key => [key, 'hidden']),
  );
  for (const row of rows) {
    found.set(row.asked, toNeighbour(row));
  }
  return found;
}

function toNeighbour(row: NeighbourRow): Neighbour {
  return { ...(row.is_told && { key: row.key }), name: row.short_name };
}
