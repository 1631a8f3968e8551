import type { Knex } from 'knex';
import { isBroad, type Reading } from './Reading';
import { anyTermQueries, columnSignals } from './signals';

/** Columns that are named with their dataset. */
const MOST_COLUMNS = 5;
/** Columns that say what was typed. */
const MOST_TEXTS = 2_000;
/** A single word that so many columns have tells nothing about one of them. */
const MOST_TEXTS_OF_A_WORD = 500;

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
  const strong = columnSignals(query.typed, query.reading);
  const weak = anyTermQueries(query.reading);
  const { rows }: { rows: { dataset: string; columns: string[] }[] } =
    await knex.raw(
      // "offset 0" keeps the planner from reading all links of all datasets.
      `with scored as (
         select id, sum(weight) as score
           from (select t.id, signal.weight,
                        signal.most < ? and
                          count(*) over (partition by signal.place) = signal.most
                          as is_common
                   from unnest(?::tsquery[], ?::integer[], ?::integer[])
                          with ordinality as signal (query, weight, most, place)
                  cross join lateral (
                    select id from search_column_texts
                     where words @@ signal.query
                     limit signal.most) t) said
          where not is_common
          group by id),
       ranked as (
         select link.dataset_id, t.name, row_number() over (
                  partition by link.dataset_id
                  order by scored.score desc, t.name_length, t.name, t.id) as place
           from scored
          cross join lateral (
            select c.dataset_id from search_columns c
             where c.text_id = scored.id and c.dataset_id = any (?::bigint[])
            offset 0) link
           join search_column_texts t on t.id = scored.id)
       select dataset_id as dataset, array_agg(name order by place) as columns
         from ranked
        where place <= ?
        group by dataset_id`,
      [
        MOST_TEXTS,
        [...strong.map(signal => signal.query), ...weak],
        [...strong.map(signal => signal.weight), ...weak.map(() => 5)],
        [
          ...strong.map(() => MOST_TEXTS),
          ...weak.map(() => MOST_TEXTS_OF_A_WORD),
        ],
        [...datasetIds],
        MOST_COLUMNS,
      ],
    );
  return new Map(rows.map(({ dataset, columns }) => [dataset, columns]));
}
