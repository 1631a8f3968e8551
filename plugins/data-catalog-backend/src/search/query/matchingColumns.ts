import type { Knex } from 'knex';
import { isBroad, type Reading } from './Reading';
import { anyTermQueries, columnSignals } from './signals';

/** Columns that are named with their dataset. */
const MOST_COLUMNS = 5;
/** What so many columns say tells nothing about one of them. */
const MOST_TEXTS = 3_000;

/**
 * Which columns of datasets the words are about, best first.
 * @returns names by row id of the dataset
 */
export async function matchingColumns(
  knex: Knex,
  query: { typed: string; reading: Reading },
  datasetIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (datasetIds.length === 0 || isBroad(query.reading)) {
    return new Map();
  }
  const signals = columnSignals(query.typed, query.reading);
  const any = anyTermQueries(query.reading);
  const { rows }: { rows: { dataset: string; columns: string[] }[] } =
    await knex.raw(
      `with scored as materialized (
         select id, sum(weight) as score
           from (select t.id, signal.weight
                   from unnest(?::tsquery[], ?::integer[]) as signal (query, weight)
                   cross join lateral (
                     select id from search_column_texts
                      where words @@ signal.query
                      limit ?) t) t
          group by id),
       best as (
         select own.dataset_id, own.id, scored.score, own.place
           from (select s.dataset_id, text.id, text.place
                   from search_documents s,
                        unnest(s.column_texts) with ordinality as text (id, place)
                  where s.dataset_id = any (?::bigint[])) own
           join scored on scored.id = own.id),
       ranked as (
         select dataset_id, id, score, place, row_number() over (
                  partition by dataset_id order by score desc, place) as nth
           from best)
       select dataset_id as dataset,
              array_agg(t.name order by score desc, name_length, place) as columns
         from ranked join search_column_texts t using (id)
        where nth <= ?
        group by dataset_id`,
      [
        [...signals.map(signal => signal.query), ...any],
        [...signals.map(signal => signal.weight), ...any.map(() => 5)],
        MOST_TEXTS,
        [...datasetIds],
        MOST_COLUMNS,
      ],
    );
  return new Map(rows.map(({ dataset, columns }) => [dataset, columns]));
}
