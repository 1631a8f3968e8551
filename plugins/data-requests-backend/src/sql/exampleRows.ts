import type { ResolvedMart, ResolvedSource } from '../generator/ResolvedMart';
import type { PreviewStatement } from '../preview/PreviewRunner';
import { printColumn, printFilter } from './printExpression';
import { fromLines, whereLines } from './printQuery';
import { PREVIEW_DIALECT } from './SqlDialect';

/** Groups that an example is chosen from, and rows of each. */
const GROUP_LIMIT = 5;
const ROW_LIMIT = 5;
const ROW_NUMBER = '"row number"';

/** Statement of rows that the mart keeps: their group, a row of each source. */
export const KEPT_STATEMENT = 'kept';
/** Statement of one row that the filters leave out, in the same columns. */
export const LEFT_OUT_STATEMENT = 'left out';
/** Statement of the rows of a dataset. */
export const givenStatement = (index: number) => `given.${index}`;

/** Finds sample rows that an example could be made of. */
export function planExample(
  mart: ResolvedMart,
  relationOf: (source: ResolvedSource) => string,
): readonly PreviewStatement[] {
  const kept = {
    id: KEPT_STATEMENT,
    sql: keptSql(mart, relationOf),
    maxRows: GROUP_LIMIT * ROW_LIMIT,
  };
  return mart.filters.length === 0
    ? [kept]
    : [
        kept,
        {
          id: LEFT_OUT_STATEMENT,
          sql: leftOutSql(mart, relationOf),
          maxRows: 1,
        },
      ];
}

/** The named columns of some rows of a table. */
export function givenRowsSql(
  relation: string,
  columns: readonly string[],
  rowNumbers: readonly number[],
): string {
  const names = columns.map(name => PREVIEW_DIALECT.identifier(name));
  return [
    `select ${names.join(', ')} from ${relation}`,
    rowNumbers.length > 0
      ? `where rowid in (${rowNumbers.join(', ')}) order by rowid`
      : 'limit 0',
  ].join('\n');
}

/** Big groups first: they show best how rows are put together. */
function keptSql(
  mart: ResolvedMart,
  relationOf: (source: ResolvedSource) => string,
): string {
  const dimensions = mart.columns
    .filter(({ role }) => role === 'dimension')
    .map(column => printColumn(column, PREVIEW_DIALECT, ''));
  const key = mart.aggregated ? dimensions : [numberOf(mart, 0)];
  const groups = key.map((_, index) => `g${index}`);
  const partition =
    groups.length > 0 ? `partition by ${groups.join(', ')}` : '';
  const numbers = mart.sources.map((_, index) => `r${index}`);
  return [
    `with ${imports(mart, relationOf)},`,
    '"kept rows" as (',
    `select ${[
      ...key.map((expression, index) => `${expression} as g${index}`),
      ...numbers.map((name, index) => `${numberOf(mart, index)} as ${name}`),
    ].join(', ')}`,
    ...fromLines(mart, PREVIEW_DIALECT),
    ...whereLines(mart, PREVIEW_DIALECT),
    '),',
    '"sized groups" as (',
    `select *, count(*) over (${partition}) as group_size,`,
    `min(r0) over (${partition}) as first_row,`,
    `row_number() over (${partition} order by ${numbers.join(', ')}) as place`,
    'from "kept rows"',
    '),',
    '"ranked groups" as (',
    `select *, dense_rank() over (order by ${[
      'group_size desc',
      'first_row',
      ...groups,
    ].join(', ')}) as group_rank`,
    'from "sized groups"',
    ')',
    `select group_rank, ${numbers.join(', ')} from "ranked groups"`,
    `where group_rank <= ${GROUP_LIMIT} and place <= ${ROW_LIMIT}`,
    'order by group_rank, place',
  ].join('\n');
}

function leftOutSql(
  mart: ResolvedMart,
  relationOf: (source: ResolvedSource) => string,
): string {
  const conditions = mart.filters.map(
    filter => `(${printFilter(filter, PREVIEW_DIALECT, '')})`,
  );
  return [
    `with ${imports(mart, relationOf)}`,
    `select 0 as group_rank, ${mart.sources
      .map((_, index) => `${numberOf(mart, index)} as r${index}`)
      .join(', ')}`,
    ...fromLines(mart, PREVIEW_DIALECT),
    `where (${conditions.join(' and ')}) is not true`,
    'order by r0',
    'limit 1',
  ].join('\n');
}

function imports(
  { sources }: ResolvedMart,
  relationOf: (source: ResolvedSource) => string,
): string {
  return sources
    .map(
      source =>
        `${source.alias} as (select *, rowid as ${ROW_NUMBER} from ${relationOf(
          source,
        )})`,
    )
    .join(',\n');
}

function numberOf({ sources }: ResolvedMart, index: number): string {
  return `${sources[index].alias}.${ROW_NUMBER}`;
}
