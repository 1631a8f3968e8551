import {
  FACETS,
  type FacetName,
  type FoundKind,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import type { Position } from './cursor';
import {
  columnsClause,
  foundClause,
  KIND_ORDER,
  MOST_COLUMNS,
  type EntriesQuery,
} from './entries';
import { bitOf } from './Narrowings';

/** One result: which row of which table. */
export interface Entry {
  readonly kind: FoundKind;
  /** Row id of the dataset or the asset. */
  readonly subject: string;
  /** Id of the column's text; `0` where it is no column. */
  readonly column: string;
  readonly rank: number;
}

/** A page of entries, and what there is in all. */
export interface Entries {
  readonly page: readonly Entry[];
  /** Under all narrowings. */
  readonly total: number;
  /** Of documents without any narrowing. */
  readonly unnarrowed: number;
  readonly facets: readonly {
    readonly facet: FacetName;
    readonly value: string;
    readonly count: number;
  }[];
}

/** Counts are exact up to this. */
export const EXACT_UP_TO = 1_000;
/** Values of a facet, the most frequent ones. */
const MOST_VALUES = 50;

/** Finds, counts and takes a page in one statement, so that all of it agrees. */
export async function findEntries(
  knex: Knex,
  query: EntriesQuery,
  page: {
    readonly after?: Pick<
      Position,
      'rank' | 'kindOrder' | 'subject' | 'column'
    >;
    readonly limit: number;
  },
): Promise<Entries> {
  const listsColumns = query.narrowings.kind?.includes('column') ?? false;
  const { after } = page;
  const { rows } = await knex.raw(
    `?, ?,
     entries as (
       select kind, ${kindOrderSql('kind')} as kind_order, subject,
              0::bigint as "column", rank, failed, layer, domain, owner, tier,
              sources, tags, freshness
         from found
       ${
         listsColumns
           ? `union all
              select 'column', ${KIND_ORDER.column}, c.dataset_id, c.text_id, c.rank,
                     0, f.layer, f.domain, f.owner, f.tier, f.sources, f.tags,
                     f.freshness
                from columns c join found f on f.dataset_id = c.dataset_id`
           : ''
       })
     select
       (select count(*) from entries where failed = 0)::integer as total,
       (select count(*) from found)::integer as unnarrowed,
       (${
         listsColumns || query.reading
           ? 'select count(*) from columns'
           : `select sum(column_count) from found where (failed & ~${bitOf(
               'kind',
             )}) = 0`
       })::integer as columns,
       (select coalesce(json_agg(f), '[]') from (${facetsSql()}) f) as facets,
       (select coalesce(json_agg(p), '[]') from (
          select kind, subject::text, "column"::text, rank
            from entries
           where failed = 0 ${
             after
               ? `and (-rank, kind_order, subject, "column") > (?::integer, ?::integer, ?::bigint, ?::bigint)`
               : ''
           }
           order by -rank, kind_order, entries.subject, entries."column"
           limit ?) p) as page`,
    [
      foundClause(knex, query),
      columnsClause(knex, query, {
        isRanked: listsColumns,
        limit: listsColumns ? MOST_COLUMNS : EXACT_UP_TO,
      }),
      ...(after
        ? [-after.rank, after.kindOrder, after.subject, after.column]
        : []),
      page.limit,
    ],
  );
  const [row]: (Omit<Entries, 'facets'> & {
    columns: number | null;
    facets: Entries['facets'];
  })[] = rows;
  return {
    page: row.page,
    total: row.total,
    unnarrowed: row.unnarrowed,
    facets: [
      ...row.facets,
      ...(row.columns
        ? [{ facet: 'kind' as const, value: 'column', count: row.columns }]
        : []),
    ],
  };
}

function kindOrderSql(column: string): string {
  return `case ${column} ${Object.entries(KIND_ORDER)
    .map(([kind, order]) => `when '${kind}' then ${order}`)
    .join(' ')} end`;
}

/** Each facet under the narrowings of the others. */
function facetsSql(): string {
  return FACETS.map(facet => {
    const isArray = facet === 'source' || facet === 'tag';
    const value = isArray ? 'each' : facet;
    return `(select '${facet}' as facet, ${value} as value, count(*)::integer as count
       from entries ${
         isArray
           ? `, unnest(${facet === 'source' ? 'sources' : 'tags'}) each`
           : ''
       }
      where (failed & ~${bitOf(facet)}) = 0 and ${value} is not null
        ${facet === 'kind' ? "and kind <> 'column'" : ''}
      group by 2 order by 3 desc, 2 limit ${MOST_VALUES})`;
  }).join(' union all ');
}
