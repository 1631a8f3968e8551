import type {
  MartCalculation,
  MartChoice,
  MartColumn,
  MartOperand,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { LANGUAGES } from '@suido/vocabulary';
import {
  dailySales,
  keyOf,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { generateMart } from '../generator/generateMart';
import { resolveMart } from '../generator/resolveMart';
import { checkSpec } from './checkSpec';
import { createSpecLookup } from './SpecLookup';

async function check(
  spec: MartSpec,
  knownGroups: ReadonlySet<string> = new Set(['group:default/sales']),
) {
  const view = await retailView();
  const lookup = createSpecLookup(spec, view);
  return {
    view,
    result: checkSpec({ spec, view, lookup, knownGroups }),
  };
}

const good = dailySales();
const [orders, stores] = good.sources;
const [join] = good.joins;
const [month, store, sum, count, average] = good.columns;

function withColumns(...columns: MartColumn[]): Partial<MartSpec> {
  return { columns, grain: [], tests: [] };
}
function dimension(name: string, column: string): MartColumn {
  return { role: 'dimension', name, definition: {}, source: 'orders', column };
}
function detail(name: string, column: string): MartColumn {
  return { role: 'detail', name, definition: {}, source: 'orders', column };
}
function measure(
  name: string,
  aggregation: Extract<MartColumn, { role: 'measure' }>['aggregation'],
  column?: string,
): MartColumn {
  return {
    role: 'measure',
    name,
    definition: {},
    aggregation,
    source: 'orders',
    ...(column === undefined ? {} : { column }),
  };
}
function derived(
  name: string,
  left: string | number,
  right: string | number,
): MartColumn {
  const operand = (of: string | number) =>
    typeof of === 'number'
      ? ({ kind: 'number', value: of } as const)
      : ({ kind: 'column', name: of } as const);
  return {
    role: 'derived',
    name,
    definition: {},
    calculation: {
      kind: 'arithmetic',
      operation: 'divide',
      left: operand(left),
      right: operand(right),
    },
  };
}
function calculated(
  calculation: MartCalculation,
  ...others: MartColumn[]
): Partial<MartSpec> {
  return {
    columns: [
      { role: 'derived', name: 'x', definition: {}, calculation },
      detail('status', 'status'),
      detail('amount', 'amount'),
      detail('rate', 'discount_rate'),
      detail('items', 'item_count'),
      detail('gift', 'is_gift'),
      detail('day', 'ordered_on'),
      detail('moment', 'ordered_at'),
      ...others,
    ],
    grain: ['status'],
    tests: [],
  };
}
const col = (name: string): MartOperand => ({ kind: 'column', name });
const num = (value: number): MartOperand => ({ kind: 'number', value });
const text = (value: string): MartOperand => ({ kind: 'text', value });
function choose(
  lines: readonly (readonly [
    string,
    MartChoice['operator'],
    string,
    MartOperand,
  ])[],
  otherwise?: MartOperand,
): MartCalculation {
  return {
    kind: 'choose',
    choices: lines.map(([column, operator, value, result]) => ({
      column,
      operator,
      value,
      result,
    })),
    ...(otherwise ? { otherwise } : {}),
  };
}
function filter(
  column: string,
  operator: MartSpec['filters'][number]['operator'],
  ...values: string[]
): Partial<MartSpec> {
  return { filters: [{ source: 'orders', column, operator, values }] };
}
function on(
  leftSource: string,
  leftColumn: string,
  rightColumn: string,
): Partial<MartSpec> {
  return {
    joins: [{ ...join, on: [{ leftSource, leftColumn, rightColumn }] }],
  };
}

describe('a good request', () => {
  it.each<[string, Partial<MartSpec>]>([
    ['as it is', {}],
    ['name of a dimension table', { name: 'fct_1' }],
    [
      'only Japanese',
      { definition: { ja: '売上です。' }, question: '売上は？' },
    ],
    ['inner join', { joins: [{ ...join, type: 'inner' }] }],
    ['no join', { sources: [orders], joins: [] }],
    [
      'twice the same dataset',
      {
        sources: [orders, { ...stores, dataset: orders.dataset }],
      },
    ],
    [
      'raw data',
      {
        sources: [
          orders,
          { alias: 'stores', dataset: keyOf('raw.raw_orders') },
        ],
        ...on('orders', 'order_id', 'order_id'),
        tier: 4,
      },
    ],
    ['no filter', { filters: [] }],
    ['text filter', filter('status', 'contains', "50% of {{ 'x' }}")],
    ['text start', filter('status', 'starts-with', '_')],
    ['not this', filter('status', 'not-equals', 'x')],
    ['none of', filter('status', 'none-of', 'x', 'y')],
    ['empty', filter('status', 'is-empty')],
    ['not empty number', filter('amount', 'is-not-empty')],
    ['number, full width', filter('amount', 'at-least', '１２．５')],
    ['negative number', filter('discount_rate', 'less-than', '-0.5')],
    ['whole number', filter('item_count', 'greater-than', '+3')],
    ['boolean', filter('is_gift', 'equals', 'true')],
    ['boolean in Japanese', filter('is_gift', 'equals', 'いいえ')],
    ['date', filter('ordered_on', 'at-most', '2024-02-29')],
    ['time', filter('ordered_at', 'at-least', '2026-01-31T09:30')],
    ['untyped', filter('payload', 'equals', '{}')],
    ['Japanese column', filter('備考', 'equals', 'ギフト')],
    [
      'details only',
      {
        ...withColumns(detail('order_id', 'order_id'), detail('note', '備考')),
        grain: ['order_id'],
      },
    ],
    [
      'dimension without totals',
      {
        ...withColumns(dimension('order_id', 'order_id')),
        grain: ['order_id'],
      },
    ],
    [
      'count of values',
      {
        ...withColumns(store, measure('n', 'count', 'status')),
        grain: ['store_id'],
      },
    ],
    [
      'different values',
      {
        ...withColumns(store, measure('n', 'count-distinct', 'payload')),
        grain: ['store_id'],
      },
    ],
    [
      'average',
      {
        ...withColumns(store, measure('n', 'average', 'item_count')),
        grain: ['store_id'],
      },
    ],
    [
      'largest text',
      {
        ...withColumns(store, measure('n', 'maximum', 'status')),
        grain: ['store_id'],
      },
    ],
    [
      'sum of what nobody typed',
      {
        ...withColumns(store, measure('n', 'sum', 'payload')),
        grain: ['store_id'],
      },
    ],
    [
      'arithmetic on arithmetic',
      {
        ...withColumns(
          derived('b', 'a', 2.5),
          store,
          derived('a', 'net_sales', 1e21),
          sum,
        ),
        grain: ['store_id'],
      },
    ],
    [
      'arithmetic without totals',
      {
        ...withColumns(
          detail('order_id', 'order_id'),
          detail('items', 'item_count'),
          derived('half', 'items', 2),
        ),
        grain: ['order_id'],
      },
    ],
    ['rounding', calculated({ kind: 'round', of: col('rate'), digits: -2 })],
    [
      'first of numbers',
      calculated({
        kind: 'first-present',
        operands: [col('items'), col('amount'), num(0)],
      }),
    ],
    [
      'first of dates, one of them typed',
      calculated({
        kind: 'first-present',
        operands: [text('２０２６/1/1'), col('day')],
      }),
    ],
    [
      'joined texts',
      calculated({
        kind: 'join-text',
        parts: [col('status'), text('\n{{ x }}'), col('items'), num(1.5)],
      }),
    ],
    [
      'choice',
      calculated(
        choose(
          [
            ['status', 'is-empty', '', text('none')],
            ['gift', 'equals', 'はい', text('')],
            ['moment', 'at-least', '2026-01-01 0:00', text('new')],
          ],
          text('other'),
        ),
      ),
    ],
    [
      'choice of truth values',
      calculated(
        choose([
          ['items', 'greater-than', '3', text('yes')],
          ['items', 'at-most', '3', col('gift')],
        ]),
      ),
    ],
    [
      'time between',
      calculated({
        kind: 'time-between',
        unit: 'month',
        from: col('moment'),
        to: text('2026-12-31'),
      }),
    ],
    [
      'hour',
      calculated({ kind: 'time-part', part: 'hour', of: col('moment') }),
    ],
    [
      'partition by a cut date',
      { partition: { column: 'sales_month', grain: 'month' } },
    ],
    [
      'partition by a calculated date',
      {
        ...calculated({
          kind: 'first-present',
          operands: [col('day'), text('2026-01-01')],
        }),
        partition: { column: 'x', grain: 'day' },
      },
    ],
    [
      'exposure',
      {
        consumers: [
          { kind: 'ml', name: 'x', url: 'https://x/', exposure: true },
        ],
      },
    ],
    [
      'difference',
      { differences: [{ subject: 'dataset:x', reason: 'Per week' }] },
    ],
    [
      'promise on numbers',
      {
        tests: [
          {
            kind: 'accepted-values',
            column: 'order_count',
            values: ['1', '２'],
          },
        ],
      },
    ],
    [
      'promise on dates',
      {
        tests: [
          {
            kind: 'accepted-values',
            column: 'sales_month',
            values: ['2026-01-01'],
          },
          { kind: 'unique', column: 'sales_month' },
        ],
      },
    ],
    ['no promise', { tests: [] }],
    ['higher tier', { tier: 4 }],
    ['monthly', { updateFrequency: 'monthly' }],
    ['no consumer', { consumers: [] }],
    [
      'consumer without link',
      {
        consumers: [{ kind: 'ml', name: 'Forecast', exposure: false }],
      },
    ],
    [
      'consumer with blank link',
      {
        consumers: [
          { kind: 'ml', name: 'Forecast', url: ' ', exposure: false },
        ],
      },
    ],
    [
      'alias of a step',
      {
        sources: [{ ...orders, alias: 'final' }],
        joins: [],
        filters: [],
        ...withColumns({
          ...dimension('x', 'store_id'),
          source: 'final',
        } as MartColumn),
        grain: ['x'],
      },
    ],
  ])('%s passes', async (_name, changes) => {
    const { result, view } = await check(dailySales(changes));
    expect(
      result.checks.filter(
        found => found.status === 'failed' && found.severity === 'error',
      ),
    ).toEqual([]);
    expect(result).toMatchObject({ hasQuery: true, hasFiles: true });
    expect(generateMart(dailySales(changes), view).hash).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });

  it('shows what was checked, in both languages', async () => {
    const { result } = await check(good);
    expect(
      result.checks
        .filter(({ status }) => status === 'passed')
        .map(({ rule }) => rule),
    ).toEqual([
      'question',
      'purpose',
      'name',
      'domain',
      'sources',
      'joins',
      'filters',
      'columns',
      'grain',
      'definition',
      'tests',
      'owner',
      'tier',
      'consumers',
    ]);
  });
});

/** What is calculated, the rule, and the field below the calculation. */
const BAD_CALCULATIONS: readonly [MartCalculation, string, string][] = [
  [
    {
      kind: 'arithmetic',
      operation: 'add',
      left: num(1),
      right: text('1'),
    },
    'derived-operand-type',
    'right',
  ],
  [
    { kind: 'round', of: col('status'), digits: 1 },
    'derived-operand-type',
    'of',
  ],
  [{ kind: 'round', of: col(''), digits: 1 }, 'derived-operand-unknown', 'of'],
  [
    { kind: 'first-present', operands: [] },
    'derived-operands-missing',
    'operands',
  ],
  [
    { kind: 'first-present', operands: [col('day'), col('moment')] },
    'derived-types-mixed',
    'operands.1',
  ],
  [
    { kind: 'first-present', operands: [text('0'), col('items')] },
    'derived-types-mixed',
    'operands.0',
  ],
  [
    { kind: 'first-present', operands: [col('day'), text('soon')] },
    'derived-value-invalid',
    'operands.1',
  ],
  [
    { kind: 'first-present', operands: [col('status'), col('x')] },
    'derived-self',
    'operands.1',
  ],
  [{ kind: 'join-text', parts: [] }, 'derived-operands-missing', 'parts'],
  [
    { kind: 'join-text', parts: [text(''), col('amount')] },
    'derived-operand-type',
    'parts.1',
  ],
  [
    { kind: 'join-text', parts: [text('a\u0000b')] },
    'derived-value-invalid',
    'parts.0',
  ],
  [choose([]), 'derived-operands-missing', 'choices'],
  [
    choose([['gone', 'is-empty', '', num(1)]]),
    'derived-operand-unknown',
    'choices.0.column',
  ],
  [choose([['x', 'is-empty', '', num(1)]]), 'derived-self', 'choices.0.column'],
  [
    choose([
      ['status', 'equals', 'a', num(1)],
      ['items', 'equals', '1.5', num(1)],
    ]),
    'derived-value-invalid',
    'choices.1.value',
  ],
  [
    choose([['day', 'less-than', '2026-02-30', num(1)]]),
    'derived-value-invalid',
    'choices.0.value',
  ],
  [
    choose([['status', 'equals', '', num(1)]]),
    'derived-value-missing',
    'choices.0.value',
  ],
  [
    choose([['gift', 'at-least', 'yes', num(1)]]),
    'derived-operator',
    'choices.0.operator',
  ],
  [
    choose([['status', 'is-empty', '', num(1)]], text('none')),
    'derived-types-mixed',
    'otherwise',
  ],
  [
    choose([
      ['status', 'is-empty', '', col('day')],
      ['status', 'is-not-empty', '', col('gift')],
    ]),
    'derived-types-mixed',
    'choices.1.result',
  ],
  [
    {
      kind: 'time-between',
      unit: 'day',
      from: col('items'),
      to: col('moment'),
    },
    'derived-operand-type',
    'from',
  ],
  [
    {
      kind: 'time-between',
      unit: 'day',
      from: col('moment'),
      to: text('tomorrow'),
    },
    'derived-value-invalid',
    'to',
  ],
  [
    { kind: 'time-part', part: 'hour', of: col('day') },
    'derived-operand-type',
    'of',
  ],
  [
    { kind: 'time-part', part: 'year', of: num(2026) },
    'derived-operand-type',
    'of',
  ],
];

/** What is asked, the rule, the field that mends it, and what it blocks. */
const BAD: readonly [
  Partial<MartSpec>,
  string,
  string,
  'query' | 'files' | 'nothing',
][] = [
  [{ name: '' }, 'name-missing', 'name', 'files'],
  [{ name: 'Fct_Sales' }, 'name-invalid', 'name', 'files'],
  [{ name: 'fct_売上' }, 'name-invalid', 'name', 'files'],
  [{ name: '../fct_x' }, 'name-invalid', 'name', 'files'],
  [{ name: `fct_${'x'.repeat(60)}` }, 'name-invalid', 'name', 'files'],
  [{ name: 'select' }, 'name-reserved', 'name', 'files'],
  [{ name: 'daily_sales' }, 'name-convention', 'name', 'files'],
  [{ name: 'fct_' }, 'name-convention', 'name', 'files'],
  [{ name: 'fct_orders' }, 'name-taken', 'name', 'files'],
  [{ question: ' \n ' }, 'question-missing', 'question', 'nothing'],
  [{ purpose: '' }, 'purpose-missing', 'purpose', 'nothing'],
  [{ definition: { en: ' ' } }, 'definition-missing', 'definition', 'nothing'],
  [{ owner: '' }, 'owner-missing', 'owner', 'nothing'],
  [{ owner: 'group:default/marketing' }, 'owner-unknown', 'owner', 'nothing'],
  [
    { owner: 'group:default/data-engineering' },
    'owner-not-in-portal',
    'owner',
    'nothing',
  ],
  [{ domain: '' }, 'domain-missing', 'domain', 'files'],
  [{ domain: '../../.github' }, 'domain-unknown', 'domain', 'files'],
  [{ sources: [] }, 'sources-missing', 'sources', 'query'],
  [
    { sources: [{ ...orders, dataset: 'gone-0123456789' }, stores] },
    'source-unknown',
    'sources.0',
    'query',
  ],
  [
    { sources: [orders, { ...stores, alias: 'orders' }] },
    'source-alias-duplicate',
    'sources.1.alias',
    'query',
  ],
  [
    { sources: [orders, { ...stores, alias: 'Stores!' }] },
    'source-alias-invalid',
    'sources.1.alias',
    'query',
  ],
  [
    {
      sources: [
        orders,
        { alias: 'stores', dataset: keyOf('staging.stg_secret') },
      ],
      ...on('orders', 'item_count', 'x'),
    },
    'source-private',
    'sources.1',
    'nothing',
  ],
  [{ joins: [] }, 'source-not-joined', 'sources.1', 'query'],
  [
    { joins: [{ ...join, source: 'shops' }] },
    'join-source-unknown',
    'joins.0.source',
    'query',
  ],
  [{ joins: [join, join] }, 'join-source-twice', 'joins.1.source', 'query'],
  [
    { joins: [join, { ...join, source: 'orders' }] },
    'join-source-twice',
    'joins.1.source',
    'query',
  ],
  [
    { joins: [{ ...join, on: [] }] },
    'join-columns-missing',
    'joins.0.on',
    'query',
  ],
  [
    on('stores', 'store_id', 'store_id'),
    'join-order',
    'joins.0.on.0.leftSource',
    'query',
  ],
  [
    on('orders', 'shop', 'store_id'),
    'column-unknown',
    'joins.0.on.0.leftColumn',
    'query',
  ],
  [
    on('orders', 'store_id', ''),
    'column-unknown',
    'joins.0.on.0.rightColumn',
    'query',
  ],
  [
    on('orders', 'store_id', 'store_number'),
    'join-types-differ',
    'joins.0.on.0',
    'query',
  ],
  [
    filter('gone', 'equals', 'x'),
    'column-unknown',
    'filters.0.column',
    'query',
  ],
  [
    {
      filters: [{ source: 'x', column: 'y', operator: 'is-empty', values: [] }],
    },
    'source-not-chosen',
    'filters.0.source',
    'query',
  ],
  [
    filter('status', 'greater-than', 'x'),
    'filter-operator',
    'filters.0.operator',
    'query',
  ],
  [
    filter('amount', 'contains', '1'),
    'filter-operator',
    'filters.0.operator',
    'query',
  ],
  [
    filter('amount', 'equals', '1; drop table x'),
    'filter-value-invalid',
    'filters.0.values.0',
    'query',
  ],
  [
    filter('item_count', 'one-of', '1', '1.5'),
    'filter-value-invalid',
    'filters.0.values.1',
    'query',
  ],
  [
    filter('ordered_on', 'equals', '2026-02-30'),
    'filter-value-invalid',
    'filters.0.values.0',
    'query',
  ],
  [
    filter('is_gift', 'equals', 'maybe'),
    'filter-value-invalid',
    'filters.0.values.0',
    'query',
  ],
  [
    filter('status', 'equals', 'a\u0000b'),
    'filter-value-invalid',
    'filters.0.values.0',
    'query',
  ],
  [
    filter('status', 'equals'),
    'filter-value-missing',
    'filters.0.values',
    'query',
  ],
  [
    filter('status', 'equals', 'a', 'b'),
    'filter-value-missing',
    'filters.0.values',
    'query',
  ],
  [
    filter('status', 'one-of'),
    'filter-value-missing',
    'filters.0.values',
    'query',
  ],
  [
    filter('status', 'is-empty', 'x'),
    'filter-value-superfluous',
    'filters.0.values',
    'query',
  ],
  [withColumns(), 'columns-missing', 'columns', 'query'],
  [
    withColumns(dimension('', 'status')),
    'column-name-missing',
    'columns.0.name',
    'query',
  ],
  [
    withColumns(dimension('net sales', 'status')),
    'column-name-invalid',
    'columns.0.name',
    'query',
  ],
  [
    withColumns(dimension('order', 'status')),
    'column-name-reserved',
    'columns.0.name',
    'query',
  ],
  [
    withColumns(dimension('x', 'status'), dimension('x', 'store_id')),
    'column-name-duplicate',
    'columns.1.name',
    'query',
  ],
  [
    withColumns(dimension('x', 'gone')),
    'column-unknown',
    'columns.0.column',
    'query',
  ],
  [
    withColumns({ ...dimension('x', 'status'), source: 'y' } as MartColumn),
    'source-not-chosen',
    'columns.0.source',
    'query',
  ],
  [
    withColumns(detail('x', 'status'), count),
    'column-ungrouped',
    'columns.0.role',
    'query',
  ],
  [
    withColumns({
      ...dimension('x', 'status'),
      timeGrain: 'month',
    } as MartColumn),
    'column-time-grain',
    'columns.0.timeGrain',
    'query',
  ],
  [
    withColumns(measure('x', 'sum', 'status')),
    'column-aggregation-type',
    'columns.0.aggregation',
    'query',
  ],
  [
    withColumns(measure('x', 'average', 'ordered_on')),
    'column-aggregation-type',
    'columns.0.aggregation',
    'query',
  ],
  [
    withColumns(measure('x', 'minimum', 'is_gift')),
    'column-aggregation-type',
    'columns.0.aggregation',
    'query',
  ],
  [
    withColumns(measure('x', 'sum')),
    'column-unknown',
    'columns.0.column',
    'query',
  ],
  [
    withColumns(store, derived('x', 'gone', 1)),
    'derived-operand-unknown',
    'columns.1.calculation.left',
    'query',
  ],
  [
    withColumns(store, derived('x', 'x', 1)),
    'derived-self',
    'columns.1.calculation.left',
    'query',
  ],
  [
    withColumns(store, derived('x', 'y', 1), derived('y', 'x', 1)),
    'derived-cycle',
    'columns.1.calculation',
    'query',
  ],
  [
    withColumns(store, derived('x', 'store_id', 1)),
    'derived-operand-type',
    'columns.1.calculation.left',
    'query',
  ],
  [
    withColumns(sum, derived('x', 'net_sales', 0)),
    'derived-division-by-zero',
    'columns.1.calculation.right',
    'query',
  ],
  [
    withColumns(
      sum,
      ...Array.from({ length: 9 }, (_, index) =>
        derived(`d${index}`, index === 0 ? 'net_sales' : `d${index - 1}`, 2),
      ),
    ),
    'derived-too-deep',
    'columns.9.calculation',
    'query',
  ],
  ...BAD_CALCULATIONS.map(
    ([calculation, rule, field]): (typeof BAD)[number] => [
      calculated(calculation),
      rule,
      `columns.0.calculation.${field}`,
      'query',
    ],
  ),
  [
    calculated(choose([['y', 'is-empty', '', num(1)]]), derived('y', 'x', 1)),
    'derived-cycle',
    'columns.0.calculation',
    'query',
  ],
  [{ grain: [] }, 'grain-missing', 'grain', 'nothing'],
  [
    { grain: ['sales_month', 'gone'] },
    'grain-column-unknown',
    'grain.1',
    'files',
  ],
  [{ grain: ['net_sales'] }, 'grain-column-measure', 'grain.0', 'files'],
  [
    { grain: ['average_order_value'] },
    'grain-column-measure',
    'grain.0',
    'files',
  ],
  [
    { grain: ['store_id', 'store_id'] },
    'grain-column-twice',
    'grain.1',
    'files',
  ],
  [
    { tests: [{ kind: 'unique', column: 'gone' }] },
    'test-column-unknown',
    'tests.0.column',
    'files',
  ],
  [
    { tests: [{ kind: 'not-negative', column: 'store_id' }] },
    'test-type',
    'tests.0',
    'files',
  ],
  [
    {
      tests: [
        { kind: 'not-null', column: 'store_id' },
        { kind: 'not-null', column: 'store_id' },
      ],
    },
    'test-twice',
    'tests.1',
    'files',
  ],
  [
    { tests: [{ kind: 'accepted-values', column: 'store_id', values: [] }] },
    'test-values-missing',
    'tests.0.values',
    'files',
  ],
  [
    {
      tests: [
        { kind: 'accepted-values', column: 'order_count', values: ['1', 'x'] },
      ],
    },
    'test-value-invalid',
    'tests.0.values.1',
    'files',
  ],
  [
    { partition: { column: '', grain: 'day' } },
    'partition-column-unknown',
    'partition.column',
    'files',
  ],
  [
    { partition: { column: 'gone', grain: 'day' } },
    'partition-column-unknown',
    'partition.column',
    'files',
  ],
  [
    { partition: { column: 'store_id', grain: 'day' } },
    'partition-type',
    'partition.column',
    'files',
  ],
  [
    {
      ...calculated(
        {
          kind: 'first-present',
          operands: [col('opened'), text('2026-01-01')],
        },
        { ...detail('opened', 'opened_on'), source: 'stores' } as MartColumn,
      ),
      partition: { column: 'x', grain: 'day' },
    },
    'partition-confidential',
    'partition.column',
    'files',
  ],
  [
    { differences: [{ subject: 'dataset:x', reason: ' ' }] },
    'difference-reason-missing',
    'differences.0.reason',
    'nothing',
  ],
  [{ tier: 2 }, 'tier-too-low', 'tier', 'nothing'],
  [
    {
      consumers: [
        { kind: 'ml', name: 'x', url: 'data:text/html,x', exposure: false },
      ],
    },
    'consumer-url-invalid',
    'consumers.0.url',
    'nothing',
  ],
  [
    {
      consumers: [
        { kind: 'ml', name: 'x', url: 'https://a:b@x/', exposure: false },
      ],
    },
    'consumer-url-invalid',
    'consumers.0.url',
    'nothing',
  ],
  [
    { consumers: [{ kind: 'ml', name: '', exposure: false }] },
    'consumer-name-missing',
    'consumers.0.name',
    'nothing',
  ],
];

/** The fence knows names and values, not whether they make sense. */
const SENSE = new Set([
  'join-types-differ',
  'filter-operator',
  'filter-value-missing',
  'filter-value-superfluous',
  'column-time-grain',
  'column-aggregation-type',
]);

describe('a bad request', () => {
  it.each(BAD.map(([changes, ...rest]) => [...rest, changes] as const))(
    'fails by %s at %s',
    async (rule, field, blocks, changes) => {
      const spec = dailySales(changes);
      const { result } = await check(spec);
      const found = result.checks.filter(({ status }) => status === 'failed');
      expect(found).toContainEqual(
        expect.objectContaining({ rule, field, severity: 'error' }),
      );
      for (const { message } of found) {
        for (const language of LANGUAGES) {
          expect(message[language]).toMatch(/[.。：:\w]/);
        }
        expect(message.ja).not.toBe(message.en);
      }
      expect(result.hasQuery).toBe(blocks !== 'query');
      expect(result.hasFiles).toBe(blocks === 'nothing');
    },
  );

  it.each(
    BAD.filter(([, rule, , blocks]) => blocks === 'query' && !SENSE.has(rule)),
  )('is refused by the fence behind the checks: %j', async changes => {
    const view = await retailView();
    expect(() => resolveMart(dailySales(changes), view)).toThrow();
  });

  it('an empty form says what to begin with and makes nothing', async () => {
    const { result } = await check(
      dailySales({
        name: '',
        question: '',
        purpose: '',
        definition: {},
        sources: [],
        joins: [],
        filters: [],
        columns: [],
        grain: [],
        tests: [],
        owner: '',
        domain: '',
        consumers: [],
      }),
    );
    expect(result).toMatchObject({ hasQuery: false, hasFiles: false });
    expect(
      result.checks.filter(({ status }) => status === 'failed'),
    ).toHaveLength(9);
  });

  it('is advised, not stopped', async () => {
    const { result } = await check(
      dailySales({
        updateFrequency: 'hourly',
        columns: [month, store, sum, count, { ...average, definition: {} }],
      }),
    );
    expect(
      result.checks
        .filter(({ status }) => status === 'failed')
        .map(({ rule, severity, field }) => [rule, severity, field]),
    ).toEqual([
      ['column-definition-missing', 'warning', 'columns.4.definition'],
      ['frequency-faster-than-input', 'warning', 'updateFrequency'],
    ]);
    expect(result.hasFiles).toBe(true);
  });

  it.each<[string, Partial<MartSpec>, string[]]>([
    [
      'rounds to the digits there are',
      calculated({ kind: 'round', of: col('amount'), digits: 2 }),
      ['derived-digits columns.0.calculation.digits'],
    ],
    [
      'rounds whole numbers',
      calculated({ kind: 'round', of: col('items'), digits: 0 }),
      ['derived-digits columns.0.calculation.digits'],
    ],
    [
      'asks the same twice',
      calculated(
        choose([
          ['items', 'equals', '1', num(1)],
          ['items', 'equals', '１', num(2)],
          ['items', 'equals', '2', num(3)],
        ]),
      ),
      ['derived-choice-unreachable columns.0.calculation.choices.1'],
    ],
    [
      'goes on after every row is decided',
      calculated(
        choose(
          [
            ['items', 'is-empty', '', num(1)],
            ['items', 'is-not-empty', '', num(2)],
            ['gift', 'equals', 'yes', num(3)],
          ],
          num(4),
        ),
      ),
      [
        'derived-choice-unreachable columns.0.calculation.choices.2',
        'derived-choice-unreachable columns.0.calculation.otherwise',
      ],
    ],
    [
      'is laid out finer than its dates are',
      { partition: { column: 'sales_month', grain: 'day' } },
      ['partition-grain partition.grain'],
    ],
  ])('is advised where it %s', async (_name, changes, expected) => {
    const { result } = await check(dailySales(changes));
    const found = result.checks.filter(
      ({ status, rule }) =>
        status === 'failed' && !rule.endsWith('definition-missing'),
    );
    expect(found.map(({ rule, field }) => `${rule} ${field}`)).toEqual(
      expected,
    );
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(result.hasFiles).toBe(true);
  });
});
