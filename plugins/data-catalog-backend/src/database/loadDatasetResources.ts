import type { Knex } from 'knex';
import type { DatasetResource } from '../permissions/datasetResource';
import type { DatasetRow } from './datasetRow';

/** What permission rules ask of datasets, in the order of the keys. */
export async function loadDatasetResources(
  knex: Knex,
  keys: readonly string[],
): Promise<(DatasetResource | undefined)[]> {
  const rows: (DatasetRow & { asked: string })[] = await knex(
    'dataset_names as names',
  )
    .join('datasets', 'datasets.id', 'names.dataset_id')
    .whereIn('names.key', [...keys])
    .select('datasets.*', 'names.key as asked');
  const byKey = new Map(
    rows.map(row => [
      row.asked,
      {
        key: row.key,
        tier: row.tier,
        domain: row.domain ?? undefined,
        owner: row.owner_ref ?? undefined,
      },
    ]),
  );
  return keys.map(key => byKey.get(key));
}
