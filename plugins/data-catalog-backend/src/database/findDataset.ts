import type { Knex } from 'knex';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import type { DatasetRow } from './datasetRow';
import { narrowToReadableDatasets } from './narrowToReadableDatasets';

/**
 * The dataset that has or had this key, where somebody tells of it and the
 * reader may see it. What is hidden is as what was never there.
 */
export async function findDataset(
  knex: Knex,
  key: string,
  readable: ReadableDatasets,
): Promise<DatasetRow | undefined> {
  const query = knex('dataset_names as names')
    .join('datasets', 'datasets.id', 'names.dataset_id')
    .where('names.key', key)
    .whereRaw('cardinality(datasets.sources) > 0');
  narrowToReadableDatasets(query, readable);
  return query.first('datasets.*');
}
