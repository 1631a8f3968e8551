import type { Knex } from 'knex';

/** All that counts, with neither times nor surrogate keys. */
export async function stateOf(knex: Knex) {
  const rows = await knex('datasets')
    .leftJoin('dataset_details', 'dataset_details.dataset_id', 'datasets.id')
    .orderBy('key')
    .select('datasets.*', 'detail', 'columns');
  return rows.map(
    ({ id: _id, revision, first_seen_at, changed_at, removed_at, ...row }) => ({
      ...row,
      isRemoved: removed_at !== null,
    }),
  );
}

export async function historyOf(knex: Knex) {
  return knex('dataset_changes')
    .join('datasets', 'datasets.id', 'dataset_changes.dataset_id')
    .orderBy('sequence')
    .select(
      'datasets.short_name as name',
      'dataset_changes.type',
      'column_name',
      'before',
      'after',
      'source',
    );
}
