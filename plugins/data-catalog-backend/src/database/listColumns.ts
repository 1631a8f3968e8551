import type { Column } from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import { fromStoredColumn, type StoredColumn } from './StoredColumn';

/** Which columns of a dataset are shown. */
export interface ColumnQuery {
  /** Letters that name or definition must have, in any case. */
  readonly q: string;
  readonly offset: number;
  readonly limit: number;
}

/** A page of columns, in the order of the dataset; cut in the database. */
export async function listColumns(
  knex: Knex,
  dataset: { readonly id: string; readonly column_count: number },
  { q, offset, limit }: ColumnQuery,
): Promise<{ items: Column[]; total: number }> {
  const words = q.trim().toLowerCase();
  const from = `from dataset_details d,
         jsonb_array_elements(d.columns) with ordinality as c (value, place)
        where d.dataset_id = :id
          and (:words = ''
            or strpos(lower(c.value ->> 'name'), :words) > 0
            or strpos(lower(c.value -> 'definition' ->> 'en'), :words) > 0
            or strpos(lower(c.value -> 'definition' ->> 'ja'), :words) > 0)`;
  const bindings = { id: dataset.id, words, offset, limit };
  const { rows }: { rows: { value: StoredColumn; place: string }[] } =
    await knex.raw(
      `select c.value, c.place ${from} order by c.place offset :offset limit :limit`,
      bindings,
    );
  const total =
    words === ''
      ? dataset.column_count
      : Number(
          (await knex.raw(`select count(*) as count ${from}`, bindings)).rows[0]
            .count,
        );
  return {
    items: rows.map(({ value, place }) =>
      fromStoredColumn(value, Number(place) - 1),
    ),
    total,
  };
}
