import { FACETS } from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import { narrowToReadableDatasets } from '../../database/narrowToReadableDatasets';
import type { ReadableDatasets } from '../../permissions/DatasetGate';
import { bitOf, type Narrowings } from './Narrowings';
import { isBroad, mustQuery, type Reading } from './Reading';
import { columnSignals, documentSignals } from './signals';

/** What is looked for, in one reading. */
export interface EntriesQuery {
  readonly typed: string;
  /** Absent where everything is listed. */
  readonly reading?: Reading;
  readonly narrowings: Narrowings;
  readonly readable: ReadableDatasets;
}

/** The best columns are listed and counted, not hundreds of thousands. */
export const MOST_COLUMNS = 5_000;
/** What so many columns say tells nothing about their datasets. */
const MOST_TEXTS = 500;
/** Whose columns are listed where no words are typed. */
const MOST_DATASETS_OF_COLUMNS = 200;

/** Order of kinds where ranks are equal. */
export const KIND_ORDER = {
  dataset: 0,
  column: 1,
  'saved-query': 2,
  dashboard: 3,
} as const;

/**
 * A `with` clause that ends in `found`: everything readable that has the
 * words, with its rank and what facets count. `failed` has the bit of each
 * facet whose chosen values a row is not of.
 */
export function foundClause(knex: Knex, query: EntriesQuery): Knex.Raw {
  const { reading, narrowings, readable } = query;
  const datasets = knex('datasets')
    .whereNull('removed_at')
    .select(
      'id',
      'layer',
      'domain',
      'owner_ref',
      'owner_label',
      'tier',
      'sources',
      'tags',
      'column_count',
      'loaded_at',
      'lifecycle',
      'completeness',
    );
  narrowToReadableDatasets(datasets, readable);
  const must = reading
    ? mustQuery(isBroad(reading) ? 'name' : 'anywhere', reading)
    : '';
  // What must be there is a sign of its own, which says nothing: so everything
  // that has the words comes from the index.
  const own = reading
    ? [...documentSignals(query.typed, reading), { query: must, weight: 0 }]
    : [];
  const columns = reading ? columnSignals(query.typed, reading) : [];
  const leastScore =
    reading && reading.enough < 1
      ? Math.ceil((own.length - 1) * reading.enough) * 10
      : 0;
  return knex.raw(
    `with own_scores as (
       select s.id, sum(signal.weight) as score
         from unnest(?::tsquery[], ?::integer[]) as signal (query, weight)
         join search_documents s on s.words @@ signal.query
        group by s.id
       having bool_or(signal.weight = 0)),
     column_scores as (
       select c.dataset_id, max(t.score) as score
         from (select id, sum(weight) as score
                 from (select t.id, signal.weight,
                              count(*) over (partition by signal.place) as texts
                         from unnest(?::tsquery[], ?::integer[])
                                with ordinality as signal (query, weight, place)
                        cross join lateral (
                          select id from search_column_texts
                           where words @@ signal.query
                           limit ${MOST_TEXTS}) t) said
                where texts < ${MOST_TEXTS}
                group by id) t
        cross join lateral (
          select dataset_id from search_columns where text_id = t.id offset 0) c
        group by c.dataset_id),
     candidates as (
       select s.id, s.kind, s.dataset_id, s.asset_id, s.source, s.owner, s.tags,
              coalesce(own.score, 0) + coalesce(cols.score, 0) as score,
              s.uses * 2 + greatest(0, 40 - s.name_length) / 2 as prior
         from search_documents s
         ${reading ? '' : 'left '}join own_scores own on own.id = s.id
         left join column_scores cols on cols.dataset_id = s.dataset_id
        where coalesce(own.score, 0) >= ?),
     readable as not materialized (?),
     found as (
       select e.*, ${failedSql(narrowings)} as failed
         from (
           select c.kind, c.dataset_id as subject, c.dataset_id,
                  d.layer, d.domain, coalesce(d.owner_ref, d.owner_label) as owner,
                  d.tier::text as tier, d.sources, d.tags, d.column_count,
                  case when d.loaded_at is null then 'unknown'
                       when d.loaded_at > now() - interval '1 day' then 'day'
                       when d.loaded_at > now() - interval '7 days' then 'week'
                       when d.loaded_at > now() - interval '30 days' then 'month'
                       else 'older' end as freshness,
                  (c.score * 100 + c.prior
                    + case d.layer when 'mart' then 12 when 'bi' then 9
                        when 'intermediate' then 6 when 'staging' then 3 else 0 end
                    + case d.lifecycle when 'deprecated' then -15 else 0 end
                    + round(d.completeness * 15))::integer as rank
             from candidates c join readable d on d.id = c.dataset_id
           union all
           select c.kind, c.asset_id, null, null, null, c.owner, null,
                  array[c.source], c.tags, 0, null, (c.score * 100 + c.prior)::integer
             from candidates c
            where c.asset_id is not null
              and not exists (
                select from asset_reads r
                 where r.asset = c.asset_id
                   and r.dataset_id not in (select id from readable))) e)`,
    [
      own.map(signal => signal.query),
      own.map(signal => signal.weight),
      columns.map(signal => signal.query),
      columns.map(signal => signal.weight),
      leastScore,
      datasets,
      ...failedBindings(narrowings),
    ],
  );
}

/**
 * Continues {@link foundClause} with `columns`: those of found datasets that
 * have all the words themselves.
 * @param isRanked - the best {@link MOST_COLUMNS}, not any
 */
export function columnsClause(
  knex: Knex,
  { typed, reading }: EntriesQuery,
  options: { isRanked: boolean; limit: number },
): Knex.Raw {
  const passing = `(f.failed & ~${bitOf('kind')}) = 0`;
  if (!reading || reading.enough < 1 || isBroad(reading)) {
    return knex.raw(
      `columns as (
         select f.dataset_id, t.id as text_id, f.rank - t.ordinal::integer as rank
           from (select * from found f where f.kind = 'dataset' and ${passing}
                  order by rank desc, subject limit ?) f
           join search_documents s on s.dataset_id = f.dataset_id,
           unnest(s.column_texts) with ordinality t (id, ordinal)
          ${reading ? 'where false' : ''}
          limit ?)`,
      [MOST_DATASETS_OF_COLUMNS, options.limit],
    );
  }
  const { isRanked, limit } = options;
  const signals = isRanked ? columnSignals(typed, reading) : [];
  // "is true" keeps the planner from making a join of it: looked up in a hash
  // table, it lets the limit stop the scan early.
  const isFound = `(c.dataset_id in (
    select dataset_id from found f where kind = 'dataset' and ${passing})) is true`;
  return knex.raw(
    `text_scores as (
       select t.id, sum(signal.weight) as score
         from unnest(?::tsquery[], ?::integer[]) as signal (query, weight)
         join search_column_texts t on t.words @@ signal.query
        group by t.id),
     columns as (
       select c.dataset_id, t.id as text_id, ${
         isRanked
           ? `(coalesce(score.score, 0) * 100 + f.rank / 20
                + greatest(0, 60 - t.name_length))::integer`
           : '0'
       } as rank
         from search_column_texts t
         join search_columns c on c.text_id = t.id
         ${
           isRanked
             ? `join found f on f.dataset_id = c.dataset_id
                left join text_scores score on score.id = t.id`
             : ''
         }
        where t.words @@ ?::tsquery and ${isFound}
        ${isRanked ? 'order by rank desc, 1, 2' : ''}
        limit ?)`,
    [
      signals.map(signal => signal.query),
      signals.map(signal => signal.weight),
      mustQuery('anywhere', reading),
      limit,
    ],
  );
}

/** Facets that are an array in a row of `found`. */
const ARRAYS = { source: 'sources', tag: 'tags' } as const;

function failedSql(narrowings: Narrowings): string {
  const bits = FACETS.filter(facet => narrowings[facet]).map(facet =>
    facet === 'source' || facet === 'tag'
      ? `case when e.${ARRAYS[facet]} && ?::text[] then 0 else ${bitOf(
          facet,
        )} end`
      : `case when e.${facet} = any (?::text[]) then 0 else ${bitOf(
          facet,
        )} end`,
  );
  return bits.length > 0 ? bits.join(' + ') : '0';
}

function failedBindings(narrowings: Narrowings): string[][] {
  return FACETS.flatMap(facet => {
    const values = narrowings[facet];
    return values ? [[...values]] : [];
  });
}
