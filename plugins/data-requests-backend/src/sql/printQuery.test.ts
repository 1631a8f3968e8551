import type {
  MartCalculation,
  MartChoice,
  MartOperand,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import {
  dailySales,
  keyOf,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { martModelSql } from '../generator/martModelSql';
import { resolveMart } from '../generator/resolveMart';
import type { TargetConfig } from '../targets/TargetConfig';

const DIALECTS = ['duckdb', 'postgres', 'bigquery', 'snowflake'] as const;

async function sqlOf(
  dialect: TargetConfig['dialect'],
  changes: Partial<MartSpec> = {},
): Promise<string> {
  const view = await retailView({ target: { dialect } });
  return martModelSql(resolveMart(dailySales(changes), view), dialect);
}

const col = (name: string): MartOperand => ({ kind: 'column', name });
const number = (value: number): MartOperand => ({ kind: 'number', value });
const text = (value: string): MartOperand => ({ kind: 'text', value });
const arithmetic = (
  operation: Extract<MartCalculation, { kind: 'arithmetic' }>['operation'],
  left: MartOperand,
  right: MartOperand,
): MartCalculation => ({ kind: 'arithmetic', operation, left, right });
const choice = (
  of: string,
  operator: MartChoice['operator'],
  value: string,
  result: MartOperand,
): MartChoice => ({ column: of, operator, value, result });

/** All that differs between warehouses, in one mart. */
const EVERYTHING: Partial<MartSpec> = {
  sources: [{ alias: 'orders', dataset: keyOf('staging.stg_orders') }],
  joins: [],
  filters: [
    ['status', 'equals', "O'Brien \\ {{ x }}"],
    ['備考', 'contains', '急'],
    ['status', 'starts-with', 'A_%'],
    ['status', 'none-of', 'a'],
    ['status', 'is-empty'],
    ['amount', 'is-not-empty'],
    ['amount', 'at-least', '-10.5'],
    ['is_gift', 'equals', 'yes'],
    ['ordered_at', 'less-than', '2026/01/31 9:30'],
    ['payload', 'equals', '{}'],
    [
      'status',
      'none-of',
      ...Array.from({ length: 4 }, (_, i) => `none of ${i}`),
    ],
    ['status', 'not-equals', 'a value that is much too long for one line'],
    ['status', 'one-of', ...Array.from({ length: 6 }, (_, i) => `status ${i}`)],
  ].map(([column, operator, ...values]) => ({
    source: 'orders',
    column,
    operator: operator as MartSpec['filters'][number]['operator'],
    values,
  })),
  columns: [
    ...(['day', 'week', 'month', 'quarter', 'year'] as const).map(
      timeGrain => ({
        role: 'dimension' as const,
        name: `sales_${timeGrain}`,
        definition: {},
        source: 'orders',
        column: 'ordered_at',
        timeGrain,
      }),
    ),
    {
      role: 'dimension',
      name: 'payload',
      definition: {},
      source: 'orders',
      column: 'payload',
    },
    ...(
      [
        ['sum', 'amount'],
        ['sum', 'item_count'],
        ['sum', 'discount_rate'],
        ['sum', 'payload'],
        ['average', 'amount'],
        ['minimum', 'ordered_at'],
        ['maximum', 'payload'],
        ['count', 'status'],
        ['count-distinct', 'status'],
      ] as const
    ).map(([aggregation, column], index) => ({
      role: 'measure' as const,
      name: `m${index}`,
      definition: {},
      aggregation,
      source: 'orders',
      column,
    })),
    ...(['add', 'subtract', 'multiply', 'divide'] as const).map(
      (operation, index) => ({
        role: 'derived' as const,
        name: `d${index}`,
        definition: {},
        calculation: {
          kind: 'arithmetic' as const,
          operation,
          left: { kind: 'column' as const, name: `m${index === 3 ? 0 : 1}` },
          right:
            index === 0
              ? { kind: 'number' as const, value: -1.5 }
              : { kind: 'column' as const, name: 'm0' },
        },
      }),
    ),
    {
      role: 'derived',
      name: 'total',
      definition: {},
      calculation: {
        kind: 'arithmetic',
        operation: 'add',
        left: { kind: 'column', name: 'd3' },
        right: { kind: 'column', name: 'm0' },
      },
    },
  ],
  grain: [],
  tests: [],
};

/** Calculations of all kinds, some of them too long for a line. */
const CALCULATIONS: Partial<MartSpec> = {
  sources: [{ alias: 'orders', dataset: keyOf('staging.stg_orders') }],
  joins: [],
  filters: [],
  columns: [
    ...(
      [
        ['status', 'status'],
        ['amount', 'amount'],
        ['rate', 'discount_rate'],
        ['items', 'item_count'],
        ['ordered_time', 'ordered_at'],
        ['ordered_on', 'ordered_on'],
        ['a_column_with_a_long_name', 'ordered_on'],
      ] as const
    ).map(([name, column]) => ({
      role: 'detail' as const,
      name,
      definition: {},
      source: 'orders',
      column,
    })),
    ...Object.entries<MartCalculation>({
      negative: arithmetic('subtract', col('amount'), number(-1.5)),
      share: arithmetic(
        'divide',
        col('items'),
        col('a_column_that_is_derived_and_has_a_very_long_name'),
      ),
      a_column_that_is_derived_and_has_a_very_long_name: arithmetic(
        'multiply',
        col('rate'),
        col('items'),
      ),
      exact: { kind: 'round', of: col('amount'), digits: 1 },
      floating: { kind: 'round', of: col('rate'), digits: 2 },
      tens: { kind: 'round', of: col('items'), digits: -1 },
      whole: { kind: 'round', of: col('items'), digits: 0 },
      first_text: {
        kind: 'first-present',
        operands: [col('status'), text("it's {{ x }}")],
      },
      first_number: {
        kind: 'first-present',
        operands: [col('items'), col('amount'), number(0)],
      },
      first_date: {
        kind: 'first-present',
        operands: [
          col('ordered_on'),
          col('a_column_with_a_long_name'),
          text('2026-01-01'),
        ],
      },
      label: {
        kind: 'join-text',
        parts: [col('status'), text(' / '), col('items')],
      },
      long_label: {
        kind: 'join-text',
        parts: [
          col('status'),
          text('a rather long text in the middle'),
          col('a_column_with_a_long_name'),
          number(2.5),
        ],
      },
      size: {
        kind: 'choose',
        choices: [
          choice('status', 'is-empty', '', text('none')),
          choice('status', 'not-equals', 'open', text('not open')),
          choice('amount', 'at-least', '１０', text('two\nlines')),
          choice(
            'ordered_time',
            'less-than',
            '2026-01-31 9:30',
            text('a text that does not fit behind its condition'),
          ),
        ],
        otherwise: col('status'),
      },
      weight: {
        kind: 'choose',
        choices: [
          choice('items', 'greater-than', '3', number(0.5)),
          choice('ordered_on', 'is-not-empty', '', col('items')),
        ],
      },
      ...Object.fromEntries(
        (['day', 'week', 'month', 'year'] as const).map(unit => [
          `${unit}s`,
          {
            kind: 'time-between' as const,
            unit,
            from: col('ordered_time'),
            to: text('2026-12-31'),
          },
        ]),
      ),
      ...Object.fromEntries(
        (
          [
            'year',
            'quarter',
            'month',
            'day-of-month',
            'day-of-week',
            'hour',
          ] as const
        ).map(part => [
          `part_${part.replace(/-/g, '_')}`,
          { kind: 'time-part' as const, part, of: col('ordered_time') },
        ]),
      ),
    }).map(([name, calculation]) => ({
      role: 'derived' as const,
      name,
      definition: {},
      calculation,
    })),
  ],
  grain: [],
  tests: [],
};

describe('the query of a mart', () => {
  it.each(DIALECTS)('is written as %s wants it', async dialect => {
    expect(await sqlOf(dialect, EVERYTHING)).toMatchSnapshot();
  });

  it.each(DIALECTS)('calculates as %s does', async dialect => {
    expect(await sqlOf(dialect, CALCULATIONS)).toMatchSnapshot();
  });

  it.each(DIALECTS)('breaks long calculations in %s', async dialect => {
    const sql = await sqlOf(dialect, CALCULATIONS);
    const lines = sql
      .split('\n')
      .filter(line => !/'two|^lines|does not fit|\{\{/.test(line));
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(80);
      expect(line.search(/\S|$/) % 4).toBe(0);
    }
  });

  it.each(DIALECTS)('keeps the style of dbt Labs in %s', async dialect => {
    const sql = await sqlOf(dialect);
    for (const line of sql.split('\n')) {
      expect(line.length).toBeLessThanOrEqual(80);
      expect(line).not.toMatch(/\t|\s$|^\s*,/);
      expect(line.search(/\S|$/) % 4).toBe(0);
    }
    expect(sql.replace(/\{\{.*?\}\}|'.*?'/g, '')).not.toMatch(/[A-Z]/);
    expect(sql.endsWith('\n\nselect * from final\n')).toBe(true);
  });

  it('quotes only what must be', async () => {
    const changes: Partial<MartSpec> = {
      ...EVERYTHING,
      filters: [],
      columns: [
        {
          role: 'detail',
          name: 'note',
          definition: {},
          source: 'orders',
          column: '備考',
        },
      ],
    };
    expect(await sqlOf('duckdb', changes)).toContain('orders."備考" as note');
    expect(await sqlOf('bigquery', changes)).toContain('orders.`備考` as note');
  });

  it('reads sources by source() and gives steps names of their own', async () => {
    const sql = await sqlOf('duckdb', {
      sources: [{ alias: 'aggregated', dataset: keyOf('raw.raw_orders') }],
      joins: [],
      filters: [],
      columns: [
        {
          role: 'measure',
          name: 'n',
          definition: {},
          aggregation: 'count',
          source: 'aggregated',
        },
        {
          role: 'derived',
          name: 'half',
          definition: {},
          calculation: {
            kind: 'arithmetic',
            operation: 'divide',
            left: { kind: 'column', name: 'n' },
            right: { kind: 'number', value: 2 },
          },
        },
      ],
    });
    expect(sql).toContain("from {{ source('pos', 'raw_orders') }}");
    expect(sql).toContain('aggregated_step as (');
    expect(sql).not.toContain('group by');
  });
});
