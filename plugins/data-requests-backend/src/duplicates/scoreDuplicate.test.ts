import {
  LIKELY_DUPLICATE_SCORE,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import fc from 'fast-check';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import type { MartDescription } from '../evaluation/describeMarts';
import { summarizeMart, summarizeSpec, type MartSummary } from './MartSummary';
import { scoreDuplicate } from './scoreDuplicate';

const ORDERS = 'int-orders-with-totals-0123456789';
const STORES = 'dim-stores-0123456789';
const CUSTOMERS = 'dim-customers-0123456789';
const NAMES = new Map([
  [ORDERS, 'int_orders_with_totals'],
  [STORES, 'dim_stores'],
  [CUSTOMERS, 'dim_customers'],
]);

function spec(overrides: Partial<MartSpec> = {}): MartSummary {
  return summarizeSpec(martSpec(overrides), key => NAMES.get(key));
}

function mart(overrides: Partial<MartDescription> = {}): MartSummary {
  return summarizeMart({
    key: 'fct-x-0123456789',
    name: 'fct_x',
    definition: {},
    sources: [],
    columns: [],
    ...overrides,
  });
}

const sources = (...keys: string[]) => ({
  sources: keys.map(key => ({ key, name: NAMES.get(key)! })),
});
const dimension = (name: string, column = name, source = 'orders') =>
  ({ role: 'dimension', name, definition: {}, source, column } as const);
const sum = (name: string, column: string): MartColumn => ({
  role: 'measure',
  name,
  definition: {},
  aggregation: 'sum',
  source: 'orders',
  column,
});

/** One row per day and store. */
const DAILY_SALES = {
  name: 'fct_daily_store_sales',
  question: 'How much does each store sell per day?',
  purpose: 'Morning meeting of the sales group',
  definition: { en: 'Sales per store and day.' },
  sources: [
    { alias: 'orders', dataset: ORDERS },
    { alias: 'stores', dataset: STORES },
  ],
  columns: [
    dimension('ordered_on'),
    dimension('store_id'),
    sum('net_sales', 'net_amount'),
  ],
  grain: ['ordered_on', 'store_id'],
} satisfies Partial<MartSpec>;

const reasonsIn = (
  language: 'en' | 'ja',
  { reasons }: ReturnType<typeof scoreDuplicate>,
) => reasons.map(reason => reason[language]);

describe('scoreDuplicate', () => {
  it('calls the same mart the same, in words that name what is shared', () => {
    const result = scoreDuplicate(spec(DAILY_SALES), spec(DAILY_SALES));
    expect(result.score).toBe(1);
    expect(reasonsIn('en', result)).toEqual([
      'All 3 columns are the same: ordered_on, store_id, net_sales',
      'Reads the same 2 datasets: int_orders_with_totals, dim_stores',
      'Similar words: daily, store, sales, morning, meeting, group',
      'One row stands for the same: ordered_on, store_id',
    ]);
    expect(reasonsIn('ja', result)).toEqual([
      '3 列すべてが同じです: ordered_on、store_id、net_sales',
      '同じ 2 件のデータセットを使います: int_orders_with_totals、dim_stores',
      '似た言葉があります: 日次、店舗、売上、morning、meeting、group',
      '粒度（1 行が表すもの）が同じです: ordered_on、store_id',
    ]);
  });

  it.each<[string, MartSummary, Partial<MartSpec>, number, number]>([
    [
      'another name and other words for the same rows',
      spec({
        ...DAILY_SALES,
        name: 'mart_shop_revenue',
        question: 'Turnover of our shops?',
        purpose: 'Bonus',
        definition: { en: 'Revenue by shop.' },
      }),
      DAILY_SALES,
      LIKELY_DUPLICATE_SCORE,
      1,
    ],
    [
      'a mart that is described in Japanese, a request in English',
      mart({
        name: 'fct_uriage',
        definition: { ja: '店舗ごとの日次売上です。1 行が 1 店舗 1 日です。' },
        ...sources(ORDERS, STORES),
        columns: ['ordered_on', 'store_id', 'net_sales', 'store_name'],
        grain: ['store_id', 'ordered_on'],
      }),
      DAILY_SALES,
      LIKELY_DUPLICATE_SCORE,
      0.95,
    ],
    [
      'both in Japanese, one of them in other kana',
      mart({
        name: 'mart_kaiin',
        definition: { ja: '会員ランク別のｸｰﾎﾟﾝ利用回数です。' },
        ...sources(CUSTOMERS),
        columns: ['member_rank', 'coupon_count'],
      }),
      {
        name: 'mart_x',
        question: 'くーぽんの利用は会員ランクで違いますか',
        purpose: '',
        definition: {},
        sources: [{ alias: 'c', dataset: CUSTOMERS }],
        columns: [dimension('member_rank', 'member_rank', 'c')],
        grain: ['member_rank'],
      },
      0.7,
      1,
    ],
    [
      'the same source and subject, but a row per order',
      mart({
        name: 'fct_orders',
        question: 'How much do we sell, where and when?',
        purpose: 'Daily sales report and store meetings',
        definition: { en: 'Orders with their amounts: one row per order.' },
        ...sources(ORDERS),
        columns: [
          ...['order_id', 'customer_id', 'store_id', 'ordered_at'],
          ...['ordered_on', 'order_status', 'line_count', 'net_amount'],
        ],
        grain: ['order_id'],
      }),
      DAILY_SALES,
      0.35,
      0.6,
    ],
    [
      'a mart that has all that is asked for, and more',
      mart({
        name: 'fct_all',
        ...sources(ORDERS, STORES),
        columns: [
          ...['ordered_on', 'store_id', 'net_sales', 'gross_sales'],
          ...['tax', 'order_count', 'item_count', 'customer_count'],
        ],
        grain: ['ordered_on', 'store_id'],
        definition: { en: 'All figures of a store and day' },
      }),
      DAILY_SALES,
      LIKELY_DUPLICATE_SCORE,
      0.95,
    ],
    [
      'a mart that has a part of what is asked for',
      mart({
        name: 'fct_some',
        ...sources(ORDERS, STORES),
        columns: ['ordered_on', 'store_id'],
        grain: ['ordered_on', 'store_id'],
        definition: { en: 'Days on which a store sold something' },
      }),
      {
        ...DAILY_SALES,
        columns: [
          ...DAILY_SALES.columns,
          ...['a', 'b', 'c', 'd', 'e'].map(name => sum(name, name)),
        ],
      },
      0.6,
      LIKELY_DUPLICATE_SCORE - 0.01,
    ],
    [
      'the same, where the repository does not say the grain',
      mart({
        name: 'fct_daily_store_sales_2',
        definition: { en: 'Sales per store and day' },
        ...sources(ORDERS, STORES),
        columns: ['ordered_on', 'store_id', 'net_sales'],
      }),
      DAILY_SALES,
      LIKELY_DUPLICATE_SCORE,
      1,
    ],
    [
      'another subject on the same orders',
      spec({
        ...DAILY_SALES,
        name: 'mart_campaign_results',
        question: 'Which campaigns paid off?',
        purpose: 'Planning of campaigns',
        definition: { en: 'Orders by campaign.' },
        columns: [dimension('campaign_id'), sum('budget', 'budget_amount')],
        grain: ['campaign_id'],
      }),
      DAILY_SALES,
      0.2,
      0.34,
    ],
    [
      'nothing in common but the words of every mart',
      mart({
        name: 'dim_products',
        definition: {
          en: 'Products: one row per product.',
          ja: '商品です。1 行が 1 商品です。',
        },
        ...sources(CUSTOMERS),
        columns: ['product_id', 'product_name'],
        grain: ['product_id'],
      }),
      DAILY_SALES,
      0,
      0,
    ],
    [
      'a form of which only the sources are filled in',
      spec(DAILY_SALES),
      {
        name: '',
        question: '',
        purpose: '',
        definition: {},
        sources: DAILY_SALES.sources,
      },
      0.25,
      0.25,
    ],
    ['two forms of which only the words are filled in', spec(), {}, 0.25, 0.25],
    ['a mart without a description of its columns', mart(), DAILY_SALES, 0, 0],
  ])('judges %s', (_case, candidate, overrides, least, most) => {
    const { score } = scoreDuplicate(candidate, spec(overrides));
    expect(score).toBeGreaterThanOrEqual(least);
    expect(score).toBeLessThanOrEqual(most);
  });

  it('pairs columns by where they come from, also under another name', () => {
    const renamed = spec({
      ...DAILY_SALES,
      columns: [
        dimension('day', 'ordered_on'),
        dimension('Store-IDs', 'store_id'),
        sum('revenue', 'net_amount'),
        sum('gross', 'gross_amount'),
      ],
    });
    const elsewhere = spec({
      ...DAILY_SALES,
      columns: [
        dimension('ordered_on', 'registered_on', 'stores'),
        dimension('store_id', 'store_id', 'stores'),
        sum('net_sales', 'gross_amount'),
      ],
    });
    const [same, byOrigin, byName] = [
      spec(DAILY_SALES),
      renamed,
      elsewhere,
    ].map(candidate => scoreDuplicate(candidate, spec(DAILY_SALES)));
    expect(same.score).toBeGreaterThan(byOrigin.score);
    expect(byOrigin.score).toBeGreaterThan(byName.score);
    expect(reasonsIn('en', byOrigin)).toContain(
      'All 3 columns are the same: ordered_on, store_id, net_sales',
    );
    expect(
      reasonsIn('en', scoreDuplicate(spec(DAILY_SALES), renamed)),
    ).toContain('3 of 4 columns are the same: day, Store-IDs, revenue');
  });

  it('puts hostile names into its sentences as one short line', () => {
    const name = `a\n<b>\u2028${'x'.repeat(100)}`;
    const hostile = spec({ ...DAILY_SALES, columns: [dimension(name)] });
    const [reason] = reasonsIn('en', scoreDuplicate(hostile, hostile));
    expect(reason).toMatch(/^Has the same column: a <b> x{54}…$/);
  });
});

const KEYS = ['a-0123456789', 'b-0123456789', 'c-0123456789', 'd-0123456789'];
const WORDS = [
  ...['sales', 'store', 'coupon', 'rank', 'basket', 'Straße', 'café'],
  ...['売上', '店舗', 'クーポン', '利用', '会員', 'ポイント', '棚卸'],
];
const anyColumn = fc.record({
  name: fc.constantFrom('day', 'store_id', 'amount', 'rank', 'count', 'x'),
  column: fc.constantFrom('day', 'store_id', 'net', 'gross'),
  source: fc.constantFrom('a', 'b'),
});
const anyMart = fc
  .record({
    datasets: fc.subarray(KEYS, { minLength: 1 }),
    columns: fc.uniqueArray(anyColumn, {
      minLength: 1,
      selector: ({ name }) => name,
    }),
    words: fc.subarray(WORDS, { minLength: 1 }),
    hasGrain: fc.boolean(),
  })
  .map(({ datasets, columns, words, hasGrain }) => {
    const summary = summarizeSpec(
      martSpec({
        name: '',
        question: words.join(' '),
        purpose: '',
        definition: {},
        sources: datasets.map((dataset, index) => ({
          alias: 'abcd'[index],
          dataset,
        })),
        columns: columns.map(each =>
          dimension(each.name, each.column, each.source),
        ),
        grain: [columns[0].name],
      }),
      key => key,
    );
    return hasGrain ? summary : { ...summary, grain: undefined };
  });

describe('the score', () => {
  it('is 0 to 1, 1 for the same mart, and the same both ways where both have as many columns', () => {
    fc.assert(
      fc.property(anyMart, anyMart, (a, b) => {
        const { score } = scoreDuplicate(a, b);
        const { score: backwards } = scoreDuplicate(b, a);
        expect(Math.sign(score - backwards)).toBe(
          score === backwards ? 0 : Math.sign(a.columns.size - b.columns.size),
        );
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(scoreDuplicate(a, a).score).toBe(1);
      }),
    );
  });

  it('is 0, without a reason, where nothing is shared', () => {
    fc.assert(
      fc.property(anyMart, anyMart, (a, b) => {
        const other: MartSummary = {
          sources: new Map(
            [...b.sources].map(([key, name]) => [`${key}0`, name]),
          ),
          columns: new Map(
            [...b.columns.keys()].map(key => [`${key}_2`, { name: key }]),
          ),
          grain: b.grain && new Set([...b.grain].map(key => `${key}_2`)),
          words: summarizeMart({
            key: 'z',
            name: 'zzz',
            definition: { ja: '鯨' },
            sources: [],
            columns: [],
          }).words,
        };
        expect(scoreDuplicate(a, other)).toEqual({ score: 0, reasons: [] });
      }),
    );
  });

  it('never falls when both get the same source, column or word', () => {
    const words = summarizeMart({
      key: 'z',
      name: 'whale 鯨肉',
      definition: {},
      sources: [],
      columns: [],
    }).words;
    const more = {
      source: (summary: MartSummary): MartSummary => ({
        ...summary,
        sources: new Map([...summary.sources, ['new', 'new']]),
      }),
      column: (summary: MartSummary): MartSummary => ({
        ...summary,
        columns: new Map([...summary.columns, ['new', { name: 'new' }]]),
      }),
      word: (summary: MartSummary): MartSummary => ({
        ...summary,
        words: {
          ...summary.words,
          latin: new Map([...summary.words.latin, ...words.latin]),
          bigrams: new Set([...summary.words.bigrams, ...words.bigrams]),
        },
      }),
    };
    fc.assert(
      fc.property(
        anyMart,
        anyMart,
        fc.constantFrom(...Object.values(more)),
        (a, b, add) => {
          expect(scoreDuplicate(add(a), add(b)).score).toBeGreaterThanOrEqual(
            scoreDuplicate(a, b).score,
          );
        },
      ),
    );
  });
});
