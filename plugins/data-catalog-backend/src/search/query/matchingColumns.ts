import type { Knex } from 'knex';
import type { Reading } from './Reading';
import { anyTermQueries, columnSignals } from './signals';

/** Columns that are named with their dataset. */
const MOST_COLUMNS = 10;

/**
 * Which columns of datasets the words are about, best first.
 * @returns names by row id of the dataset
 */
export async function matchingColumns(
  knex: Knex,
  query: { typed: string; reading: Reading },
  datasetIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (datasetIds.length === 0) {
    return new Map();
  }
  const signals = columnSignals(query.typed, query.reading);
  const any = anyTermQueries(query.reading);
  const { rows }: { rows: { dataset: string; columns: string[] }[] } =
    await knex.raw(
      `with own as (
         select s.dataset_id, unnest(s.column_texts) as id
           from search_documents s where s.dataset_id = any (?::bigint[])),
       scored as (
         select t.id, t.name, sum(signal.weight) as score
           from unnest(?::tsquery[], ?::integer[]) as signal (query, weight)
           join search_column_texts t on t.words @@ signal.query
          where t.id in (select id from own)
          group by t.id)
       select dataset_id as dataset, array_agg(name order by place) as columns
         from (select own.dataset_id, scored.name,
                      row_number() over (
                        partition by own.dataset_id
                        order by score desc, length(name), name, id) as place
                 from own join scored using (id)) ranked
        where place <= ?
        group by dataset_id`,
      [
        [...datasetIds],
        [...any, ...signals.map(signal => signal.query)],
        [...any.map(() => 5), ...signals.map(signal => signal.weight)],
        MOST_COLUMNS,
      ],
    );
  return new Map(rows.map(({ dataset, columns }) => [dataset, columns]));
}
