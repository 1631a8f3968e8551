import type { Knex } from 'knex';
import { isBroad, type Reading } from './Reading';
import { anyTermQueries, columnSignals } from './signals';

/** Columns that are named with their dataset. */
const MOST_COLUMNS = 5;
/** Columns that are called as was typed. */
const MOST_TEXTS = 2_000;
/** What so many columns have tells little about one of them. */
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
  const [exact] = strong;
  const { rows }: { rows: { dataset: string; columns: string[] }[] } =
    await knex.raw(
      // "offset 0" keeps the planner from reading all links of all datasets.
      `with scored as (
         select id, name, name_length, sum(weight) as score
           from (select t.id, t.name, t.name_length, signal.weight,
                        signal.is_weak and
                          count(*) over (partition by signal.place) = signal.most
                          as is_common
                   from unnest(?::tsquery[], ?::integer[], ?::integer[], ?::boolean[])
                          with ordinality as signal (query, weight, most, is_weak, place)
                  cross join lateral (
                    select id, name, name_length from search_column_texts
                     where words @@ signal.query
                     limit signal.most) t) said
          where not is_common
          group by id, name, name_length),
       ranked as (
         select link.dataset_id, scored.name, row_number() over (
                  partition by link.dataset_id
                  order by score desc, name_length, name, id) as place
           from scored
          cross join lateral (
            select c.dataset_id from search_columns c
             where c.text_id = scored.id and c.dataset_id = any (?::bigint[])
            offset 0) link)
       select dataset_id as dataset, array_agg(name order by place) as columns
         from ranked
        where place <= ?
        group by dataset_id`,
      [
        [...strong.map(signal => signal.query), ...weak],
        [...strong.map(signal => signal.weight), ...weak.map(() => 5)],
        [
          ...strong.map(signal =>
            signal === exact ? MOST_TEXTS : MOST_TEXTS_OF_A_WORD,
          ),
          ...weak.map(() => MOST_TEXTS_OF_A_WORD),
        ],
        [...strong.map(() => false), ...weak.map(() => true)],
        [...datasetIds],
        MOST_COLUMNS,
      ],
    );
  return new Map(rows.map(({ dataset, columns }) => [dataset, columns]));
}
