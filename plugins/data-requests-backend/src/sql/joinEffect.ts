import type { JoinEffect } from '@suido/backstage-plugin-data-requests-common';
import type { ResolvedMart, ResolvedSource } from '../generator/ResolvedMart';
import type { PreviewResult } from '../preview/PreviewRunner';
import { qualified } from './printExpression';
import { fromLines } from './printQuery';
import type { SqlDialect } from './SqlDialect';

/** One row of {@link JoinEffect}: before, after, most matches, unmatched. */
export const joinStatement = (index: number) => `joins.${index}`;

/**
 * Measures what one join does to the rows that the joins before it left.
 *
 * @remarks
 * The joined dataset is counted by its key first, so measuring a join never
 * makes the rows that the join itself would make. Filters are not looked at:
 * whether a join fits is a matter of its columns.
 */
export function joinEffectSql(
  { sources, joins }: Pick<ResolvedMart, 'sources' | 'joins'>,
  index: number,
  dialect: SqlDialect,
  relationOf: (source: ResolvedSource) => string,
): string {
  const { alias, type, on } = joins[index];
  const left = on.map(pair => qualified(pair.left, dialect));
  const right = on.map(pair => qualified(pair.right, dialect));
  const keys = on.map((_, key) => `k${key}`);
  const named = (expressions: readonly string[]) =>
    expressions.map((each, key) => `${each} as ${keys[key]}`).join(', ');
  const imports = sources
    .slice(0, index + 2)
    .map(source => `${source.alias} as (select * from ${relationOf(source)})`);
  const least = type === 'left' ? 1 : 0;
  return [
    `with ${imports.join(',\n')},`,
    `"rows before" as (`,
    `select ${named(left)}`,
    ...fromLines({ sources, joins: joins.slice(0, index) }, dialect),
    '),',
    `"joined keys" as (`,
    `select ${named(right)}, count(*) as n from ${alias} group by all`,
    '),',
    '"match counts" as (',
    `select coalesce(j.n, 0) as n from "rows before" as b`,
    `left join "joined keys" as j on ${keys
      .map(key => `b.${key} = j.${key}`)
      .join(' and ')}`,
    ')',
    'select',
    'count(*) as rows_before,',
    `coalesce(sum(greatest(n, ${least})), 0) as rows_after,`,
    'coalesce(max(n), 0) as most_matches,',
    'count(*) filter (where n = 0) as unmatched',
    'from "match counts"',
  ].join('\n');
}

/** What the statements of the joins came to, as far as they were run. */
export function readJoinEffects(
  count: number,
  results: ReadonlyMap<string, PreviewResult>,
): JoinEffect[] {
  return Array.from({ length: count }, (_, join) => join).flatMap(join => {
    const result = results.get(joinStatement(join));
    const [row] = result?.status === 'ok' ? result.rows : [];
    if (!row) {
      return [];
    }
    const [rowsBefore, rowsAfter, mostMatches, unmatched] = row.map(Number);
    return [{ join, rowsBefore, rowsAfter, mostMatches, unmatched }];
  });
}
