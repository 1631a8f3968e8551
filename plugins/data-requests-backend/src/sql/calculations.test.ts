import { mockServices } from '@backstage/backend-test-utils';
import type {
  MartCalculation,
  MartOperand,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  dailySales,
  keyOf,
  RETAIL_FILES,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { resolveMart } from '../generator/resolveMart';
import type { ResolvedMart } from '../generator/ResolvedMart';
import { ChildProcessPreviewRunner } from '../preview/ChildProcessPreviewRunner';
import { loadedName } from '../preview/LoadedTables';
import { printQuery } from './printQuery';
import { PREVIEW_DIALECT, SQL_DIALECTS } from './SqlDialect';

const COLUMNS = [
  ['count', 'item_count', 'integer'],
  ['amount', 'amount', 'decimal(12,2)'],
  ['rate', 'discount_rate', 'double precision'],
  ['status', 'status', 'varchar'],
  ['gift', 'is_gift', 'boolean'],
  ['at', 'ordered_at', 'timestamp'],
  ['day', 'ordered_on', 'date'],
] as const;

/** Values of those columns, row by row; each row has a name. */
const ROWS: Readonly<Record<string, readonly SampleValue[]>> = {
  usual: [7, '10.55', 2.675, 'open', true, '2026-01-31 23:59:59', '2026-02-01'],
  negative: [-7, '-2.25', -2.675, '', false, '2026-03-31 00:00', '2026-02-28'],
  nothing: [null, null, null, null, null, null, null],
  leap: [25, '0.00', 0, 'a', true, '2024-02-29 00:00:00', '2025-02-28'],
  newYear: [0, '99.99', 1e6, 'b', true, '2025-12-29 12:30:00', '2026-01-04'],
  before1970: [149, '1.00', 0.5, 'c', true, '1969-12-28 01:00', '1970-01-05'],
};

const col = (name: string): MartOperand => ({ kind: 'column', name });
const num = (value: number): MartOperand => ({ kind: 'number', value });
const text = (value: string): MartOperand => ({ kind: 'text', value });
const arithmetic = (
  operation: 'add' | 'subtract' | 'multiply' | 'divide',
  left: MartOperand,
  right: MartOperand,
): MartCalculation => ({ kind: 'arithmetic', operation, left, right });
const round = (of: MartOperand, digits: number): MartCalculation => ({
  kind: 'round',
  of,
  digits,
});
const between = (
  unit: Extract<MartCalculation, { kind: 'time-between' }>['unit'],
  from: MartOperand = col('at'),
  to: MartOperand = col('day'),
): MartCalculation => ({ kind: 'time-between', unit, from, to });
const part = (
  name: Extract<MartCalculation, { kind: 'time-part' }>['part'],
  of = 'at',
): MartCalculation => ({ kind: 'time-part', part: name, of: col(of) });
const when = (
  column: string,
  operator: Extract<
    MartCalculation,
    { kind: 'choose' }
  >['choices'][number]['operator'],
  value: string,
  result: MartOperand,
) => ({ column, operator, value, result });

/** What is calculated, its type, and its values in the order of the rows. */
const CASES: readonly [MartCalculation, string, readonly SampleValue[]][] = [
  [
    arithmetic('add', col('count'), num(-1)),
    'integer',
    [6, -8, null, 24, -1, 148],
  ],
  [
    arithmetic('multiply', col('amount'), num(1.1)),
    'decimal',
    [11.605, -2.475, null, 0, 109.989, 1.1],
  ],
  // Quotients of integers keep their fraction; by zero they are empty
  [
    arithmetic('divide', num(7), col('count')),
    'decimal',
    [1, -1, null, 0.28, null, 7 / 149],
  ],
  [
    arithmetic('divide', col('count'), num(2)),
    'decimal',
    [3.5, -3.5, null, 12.5, 0, 74.5],
  ],
  // A half is rounded away from zero, also that of a floating number
  [round(col('amount'), 1), 'decimal', [10.6, -2.3, null, 0, 100, 1]],
  [round(col('amount'), 0), 'integer', [11, -2, null, 0, 100, 1]],
  [round(col('amount'), -1), 'integer', [10, 0, null, 0, 100, 0]],
  [round(col('amount'), 5), 'decimal', [10.55, -2.25, null, 0, 99.99, 1]],
  [round(col('rate'), 2), 'decimal', [2.68, -2.68, null, 0, 1e6, 0.5]],
  [round(col('rate'), 0), 'integer', [3, -3, null, 0, 1e6, 1]],
  [round(col('rate'), -2), 'integer', [0, 0, null, 0, 1e6, 0]],
  [round(col('count'), 3), 'integer', [7, -7, null, 25, 0, 149]],
  [round(col('count'), -1), 'integer', [10, -10, null, 30, 0, 150]],
  [round(num(2.5), 0), 'integer', [3, 3, 3, 3, 3, 3]],
  [
    {
      kind: 'first-present',
      operands: [col('count'), col('amount'), num(0.5)],
    },
    'decimal',
    [7, -7, 0.5, 25, 0, 149],
  ],
  [
    { kind: 'first-present', operands: [col('count'), col('rate')] },
    'decimal',
    [7, -7, null, 25, 0, 149],
  ],
  [
    { kind: 'first-present', operands: [col('count'), num(5)] },
    'integer',
    [7, -7, 5, 25, 0, 149],
  ],
  [
    { kind: 'first-present', operands: [col('status'), text("it's\n")] },
    'text',
    ['open', '', "it's\n", 'a', 'b', 'c'],
  ],
  [
    { kind: 'first-present', operands: [col('day'), text('2000/1/1')] },
    'date',
    [
      '2026-02-01',
      '2026-02-28',
      '2000-01-01',
      '2025-02-28',
      '2026-01-04',
      '1970-01-05',
    ],
  ],
  [
    { kind: 'first-present', operands: [col('gift'), text('no')] },
    'boolean',
    [true, false, false, true, true, true],
  ],
  [
    { kind: 'first-present', operands: [text('only')] },
    'text',
    ['only', 'only', 'only', 'only', 'only', 'only'],
  ],
  [
    {
      kind: 'join-text',
      parts: [col('status'), text(' / '), col('count'), num(1.5), col('day')],
    },
    'text',
    [
      'open / 71.52026-02-01',
      ' / -71.52026-02-28',
      ' / 1.5',
      'a / 251.52025-02-28',
      'b / 01.52026-01-04',
      'c / 1491.51970-01-05',
    ],
  ],
  [
    { kind: 'join-text', parts: [col('status')] },
    'text',
    ['open', '', '', 'a', 'b', 'c'],
  ],
  [
    {
      kind: 'choose',
      choices: [
        when('status', 'is-empty', '', text('none')),
        when('amount', 'at-least', '10', text('high')),
        when('day', 'less-than', '2000-01-01', text('old')),
      ],
      otherwise: text('low'),
    },
    'text',
    ['high', 'none', 'none', 'low', 'high', 'old'],
  ],
  [
    {
      kind: 'choose',
      choices: [
        when('gift', 'equals', 'yes', num(1)),
        when('count', 'not-equals', '-7', col('amount')),
      ],
    },
    'decimal',
    [1, null, null, 1, 1, 1],
  ],
  [
    {
      kind: 'choose',
      choices: [
        when('count', 'not-equals', '-7', num(2)),
        when('status', 'is-not-empty', 'unused', num(3)),
      ],
      otherwise: num(1),
    },
    'integer',
    [2, 1, 2, 2, 2, 2],
  ],
  [
    {
      kind: 'choose',
      choices: [
        when('at', 'at-most', '2026-01-01', text('2026-01-01 9:30')),
        when('at', 'greater-than', '2026-02-01', col('at')),
      ],
    },
    'timestamp',
    [
      null,
      '2026-03-31T00:00:00',
      null,
      '2026-01-01T09:30:00',
      '2026-01-01T09:30:00',
      '2026-01-01T09:30:00',
    ],
  ],
  // Borders of the calendar, not lengths of time
  [between('day'), 'integer', [1, -31, null, 365, 6, 8]],
  [between('week'), 'integer', [0, -5, null, 52, 0, 2]],
  [between('month'), 'integer', [1, -1, null, 12, 1, 1]],
  [between('year'), 'integer', [0, 0, null, 1, 1, 1]],
  [
    between('day', text('2024-02-28'), text('2024-03-01 08:00')),
    'integer',
    [2, 2, 2, 2, 2, 2],
  ],
  [between('week', col('day'), col('at')), 'integer', [0, 5, null, -52, 0, -2]],
  [part('year'), 'integer', [2026, 2026, null, 2024, 2025, 1969]],
  [part('quarter'), 'integer', [1, 1, null, 1, 4, 4]],
  [part('month'), 'integer', [1, 3, null, 2, 12, 12]],
  [part('day-of-month'), 'integer', [31, 31, null, 29, 29, 28]],
  [part('day-of-week'), 'integer', [6, 2, null, 4, 1, 7]],
  [part('day-of-week', 'day'), 'integer', [7, 6, null, 5, 7, 1]],
  [part('hour'), 'integer', [23, 0, null, 0, 12, 1]],
];

async function mart(): Promise<ResolvedMart> {
  const spec = dailySales({
    sources: [{ alias: 'orders', dataset: keyOf('staging.stg_orders') }],
    joins: [],
    filters: [],
    columns: [
      ...COLUMNS.map(([name, column]) => ({
        role: 'detail' as const,
        name: `${name}_in`,
        definition: {},
        source: 'orders',
        column,
      })),
      ...CASES.map(([calculation], index) => ({
        role: 'derived' as const,
        name: `c${index}`,
        definition: {},
        calculation: inMart(calculation),
      })),
    ],
  });
  const path = 'transform/models/staging/stg_orders.yml';
  const view = await retailView({
    target: { dialect: 'postgres' },
    files: { [path]: RETAIL_FILES[path].replace('double', 'double precision') },
  });
  return resolveMart(spec, view);
}

/** Columns are named shortly in the cases. */
function inMart(calculation: MartCalculation): MartCalculation {
  return JSON.parse(JSON.stringify(calculation), (key, value) => {
    if (key === 'column') {
      return `${value}_in`;
    }
    return value?.kind === 'column'
      ? { ...value, name: `${value.name}_in` }
      : value;
  });
}

/** Results by case; decimals as numbers, whatever the engine writes. */
function byCase(
  rows: readonly (readonly unknown[])[],
): readonly (readonly unknown[])[] {
  return CASES.map(([, type], index) =>
    rows.map(row => {
      const value = row[COLUMNS.length + index];
      return type === 'decimal' && value !== null ? Number(value) : value;
    }),
  );
}

const EXPECTED = CASES.map(([, , values]) => values);

it('tells the type of every result', async () => {
  const { columns } = await mart();
  expect(columns.slice(COLUMNS.length).map(({ type }) => type.type)).toEqual(
    CASES.map(([, type]) => type),
  );
});

describe('calculations in the preview process', () => {
  const runner = ChildProcessPreviewRunner.create({
    logger: mockServices.logger.mock(),
  });
  afterAll(() => runner.stop());

  it('come to what their description says', async () => {
    const table = {
      name: 'orders',
      revision: '1',
      rowCount: Object.keys(ROWS).length,
      columns: COLUMNS.map(([, column, type], index) => ({
        name: column,
        type: type === 'double precision' ? 'double' : type,
        values: Object.values(ROWS).map(row => row[index]),
      })),
    };
    const resolved = await mart();
    const [result] = await runner.run({
      tables: [table],
      statements: [
        {
          id: 'mart',
          sql: printQuery(
            resolved,
            PREVIEW_DIALECT,
            () => `"${loadedName(table)}"`,
          ),
          maxRows: 10,
        },
      ],
    });
    expect(result).toMatchObject({ status: 'ok' });
    expect(byCase(result.status === 'ok' ? result.rows : [])).toEqual(EXPECTED);
  });
});

const { databases, describeEach } = createTestDatabases();

describeEach('calculations in a warehouse', id => {
  it('come to the same as in the preview', async () => {
    const knex = await databases.init(id);
    await knex.raw(
      `create table orders_in (${COLUMNS.map(
        ([, column, type]) => `${column} ${type}`,
      ).join(', ')})`,
    );
    await knex('orders_in').insert(
      Object.values(ROWS).map(row =>
        Object.fromEntries(
          COLUMNS.map(([, column], index) => [column, row[index]]),
        ),
      ),
    );
    const resolved = await mart();
    const query = printQuery(
      resolved,
      SQL_DIALECTS.postgres,
      () => 'orders_in',
    );
    // As JSON, for the driver has its own idea of dates and big numbers
    const { rows } = await knex.raw(
      `select row_to_json(m) as row from (${query.replace(/\?/g, '\\?')}) m`,
    );
    expect(
      byCase(rows.map(({ row }: { row: object }) => Object.values(row))),
    ).toEqual(EXPECTED);
    const types = await knex.raw(
      `create table mart as ${query};
       select data_type from information_schema.columns
       where table_name = 'mart' order by ordinal_position`,
    );
    const made: string[] = types[1].rows.map(
      ({ data_type }: { data_type: string }) =>
        data_type.replace('character varying', 'text'),
    );
    expect(made.slice(COLUMNS.length)).toEqual(
      resolved.columns.slice(COLUMNS.length).map(({ type }) =>
        SQL_DIALECTS.postgres
          .typeName(type)
          .replace(/\(.*\)/, '')
          .replace('varchar', 'text')
          .replace('timestamp', 'timestamp without time zone'),
      ),
    );
  });
});
