import type {
  MartSpec,
  MartTest,
} from '@suido/backstage-plugin-data-requests-common';
import { readFilterValue } from '../generator/readFilterValue';
import type { ResolvedMart, ResolvedSource } from '../generator/ResolvedMart';
import type { PreviewStatement } from '../preview/PreviewRunner';
import { printLiteral } from './printLiteral';
import { joinEffectSql, joinStatement } from './joinEffect';
import { printQuery } from './printQuery';
import { PREVIEW_DIALECT } from './SqlDialect';
import type { ValueType } from './ValueType';

/** Rows that people see. */
export const PREVIEW_ROW_LIMIT = 200;
/** Examples of what breaks a promise. */
const EXAMPLE_LIMIT = 3;
const MART = 'preview mart';
const MART_TABLE = `"${MART}"`;

/** Statement of the mart's rows. */
export const MART_STATEMENT = 'mart';
/** First column: number of keys that stand twice; then the key, its rows. */
export const GRAIN_STATEMENT = 'grain';
/** First column: number of violations; then an example. */
export const testStatement = (index: number) => `tests.${index}`;

/**
 * What the preview process computes for a mart: its rows, and whether grain,
 * joins and promises hold on the sample.
 *
 * @param relationOf - the table with the sample rows of a source
 */
export function planPreview(
  spec: Pick<MartSpec, 'grain' | 'tests'>,
  mart: ResolvedMart,
  relationOf: (source: ResolvedSource) => string,
): readonly PreviewStatement[] {
  const names = new Map(mart.columns.map(column => [column.name, column.type]));
  const isKnown = (name: string) => names.has(name);
  return [
    // First: where the mart takes too long, they tell why
    ...mart.joins.map((_, index) => ({
      id: joinStatement(index),
      sql: joinEffectSql(mart, index, PREVIEW_DIALECT, relationOf),
      maxRows: 1,
    })),
    {
      id: MART_STATEMENT,
      sql: printQuery(mart, PREVIEW_DIALECT, relationOf) + orderBy(mart),
      maxRows: PREVIEW_ROW_LIMIT,
      keepAs: MART,
    },
    ...(spec.grain.length > 0 && spec.grain.every(isKnown)
      ? [
          {
            id: GRAIN_STATEMENT,
            sql: grainSql(spec.grain),
            maxRows: EXAMPLE_LIMIT,
          },
        ]
      : []),
    ...spec.tests.flatMap((test, index) => {
      const type = names.get(test.column);
      return type
        ? [
            {
              id: testStatement(index),
              sql: testSql(test, type),
              maxRows: EXAMPLE_LIMIT,
            },
          ]
        : [];
    }),
  ];
}

/** Groups come in no order of their own; people read them in one. */
function orderBy({ aggregated, columns }: ResolvedMart): string {
  const positions = columns.flatMap(({ role }, index) =>
    role === 'dimension' ? [index + 1] : [],
  );
  return aggregated && positions.length > 0
    ? `order by ${positions.join(', ')}\n`
    : '';
}

function grainSql(grain: readonly string[]): string {
  const names = grain.map(name => PREVIEW_DIALECT.identifier(name)).join(', ');
  return `select count(*) over () as violations, ${names}, count(*) as row_count
from ${MART_TABLE}
group by ${names}
having count(*) > 1
order by row_count desc, ${names}`;
}

function testSql(test: MartTest, type: ValueType): string {
  const name = PREVIEW_DIALECT.identifier(test.column);
  switch (test.kind) {
    case 'not-null':
      return `select count(*) over () as violations, ${name}
from ${MART_TABLE} where ${name} is null`;
    case 'not-negative':
      return `select count(*) over () as violations, ${name}
from ${MART_TABLE} where ${name} < 0 order by ${name}`;
    case 'unique':
      return `select count(*) over () as violations, ${name}
from ${MART_TABLE} where ${name} is not null
group by ${name} having count(*) > 1 order by ${name}`;
    default: {
      const literals = test.values.flatMap(value => {
        const literal = readFilterValue(value, type);
        return literal ? [printLiteral(literal, PREVIEW_DIALECT)] : [];
      });
      return `select count(*) over () as violations, ${name}
from ${MART_TABLE} where ${
        literals.length > 0
          ? `${name} not in (${literals.join(', ')})`
          : 'false'
      }
group by ${name} order by ${name}`;
    }
  }
}
