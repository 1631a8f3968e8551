import type { Knex } from 'knex';
import { narrowToReadableDatasets } from '../../database/narrowToReadableDatasets';
import type { ReadableDatasets } from '../../permissions/DatasetGate';

/** In how many readable things each query is found, counted up to 100. */
export async function countReadable(
  knex: Knex,
  queries: readonly string[],
  readable: ReadableDatasets,
): Promise<number[]> {
  const readableRow = (id: string) => {
    const row = knex('datasets')
      .whereNull('removed_at')
      .whereRaw('datasets.id = ??', [id])
      .select(knex.raw('1'));
    narrowToReadableDatasets(row, readable);
    return row;
  };
  const { rows }: { rows: { count: number }[] } = await knex.raw(
    `select (select count(*) from (
               select from search_documents s
                where s.words @@ word.query
                  and case when s.asset_id is null then exists (?)
                      else not exists (
                        select from asset_reads r
                         where r.asset = s.asset_id and not exists (?)) end
                limit 100) s)::integer as count
       from unnest(?::tsquery[]) with ordinality as word (query, place)
      order by word.place`,
    [readableRow('s.dataset_id'), readableRow('r.dataset_id'), [...queries]],
  );
  return rows.map(({ count }) => count);
}
