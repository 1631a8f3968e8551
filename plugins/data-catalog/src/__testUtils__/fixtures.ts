import type {
  Dataset,
  DatasetChange,
  DatasetSummary,
  Facet,
  SearchResult,
  SourceRun,
} from '@suido/backstage-plugin-data-catalog-common';

export const KEY = 'fct-daily-sales-0123456789';
export const PAGE = `/data-catalog/datasets/${KEY}`;

/** A mart of the sales domain. */
export function aSummary(over: Partial<DatasetSummary> = {}): DatasetSummary {
  return {
    key: KEY,
    id: { namespace: 'duckdb://demo', name: 'retail.marts.fct_daily_sales' },
    name: 'fct_daily_sales',
    type: 'view',
    layer: 'mart',
    domain: 'sales',
    owner: { ref: 'group:default/sales', label: 'sales', isPersonal: false },
    tier: 3,
    definition: { en: 'Sales per shop and day', ja: '店舗と日ごとの売上' },
    updateFrequency: 'daily',
    columns: 12,
    completeness: 0.75,
    lifecycle: 'active',
    ...over,
  };
}

/** The same with all that its page shows. */
export function aDataset(over: Partial<Dataset> = {}): Dataset {
  return {
    ...aSummary(),
    aliases: [],
    tags: ['core'],
    owners: [],
    stewards: [],
    purpose: 'Morning meeting',
    tierRule: 'columns',
    primaryKey: ['shop_id', 'day'],
    foreignKeys: [
      {
        columns: ['shop_id'],
        references: { key: 'dim-shop-0123456789', name: 'dim_shop' },
        referencedColumns: ['id'],
      },
    ],
    partitioning: { columns: ['day'], by: 'month' },
    tests: [{ name: 'unique', columns: ['shop_id', 'day'], severity: 'warn' }],
    size: { rows: 12_345, bytes: 28_300_000, at: '2026-11-20T00:00:00.000Z' },
    viewSql: 'select 1 as one',
    told: {
      definition: [
        {
          source: 'dbt',
          at: '2026-11-20T00:00:00.000Z',
          value: { en: 'Sales per shop and day', ja: '店舗と日ごとの売上' },
        },
        {
          source: 'warehouse',
          at: '2026-11-19T00:00:00.000Z',
          value: { en: 'daily sales' },
        },
      ],
      purpose: [
        {
          source: 'portal',
          at: '2026-11-20T00:00:00.000Z',
          value: 'Morning meeting',
        },
        { source: 'dbt', at: '2026-11-20T00:00:00.000Z', value: 'Reporting' },
      ],
      tier: [{ source: 'dbt', at: '2026-11-20T00:00:00.000Z', value: 2 }],
    },
    missing: ['columns', 'domain'],
    reads: [
      { key: 'stg-sales-0123456789', name: 'stg_sales' },
      { name: 'salaries' },
    ],
    readBy: [],
    revision: 7,
    firstSeenAt: '2026-11-01T00:00:00.000Z',
    changedAt: '2026-11-20T00:00:00.000Z',
    ...over,
  };
}

export const FACETS_OF_MARTS: Facet[] = [
  {
    facet: 'layer',
    values: [
      { value: 'mart', count: 1_234 },
      { value: 'raw', count: 7 },
    ],
  },
  { facet: 'tier', values: [{ value: '3', count: 5 }] },
  { facet: 'owner', values: [{ value: 'group:default/sales', count: 3 }] },
];

/** An answer of the search. */
export function anAnswer(over: Partial<SearchResult> = {}): SearchResult {
  return {
    items: [{ kind: 'dataset', dataset: aSummary(), columns: [] }],
    facets: FACETS_OF_MARTS,
    total: { count: 1, isExact: true },
    ...over,
  };
}

/** A change told by dbt. */
export function aChange(over: Partial<DatasetChange> = {}): DatasetChange {
  return {
    sequence: 1,
    at: '2026-11-20T00:00:00.000Z',
    type: 'column-added',
    dataset: { key: KEY, name: 'fct_daily_sales' },
    column: 'amount',
    after: 'numeric',
    source: 'dbt',
    ...over,
  };
}

/** A run that would remove too much. */
export function aHeldRun(over: Partial<SourceRun> = {}): SourceRun {
  return {
    id: '01JD0000000000000000000001',
    state: 'held',
    mode: 'full',
    startedAt: '2026-11-20T00:00:00.000Z',
    finishedAt: '2026-11-20T00:01:00.000Z',
    report: {
      totals: { read: 1_000, kept: 900, repaired: 60, refused: 40 },
      reasons: [
        {
          code: 'no-relation',
          outcome: 'refused',
          text: { en: 'It names no relation.', ja: '表の名前がありません。' },
          count: 40,
          examples: ['model.shop.ghost'],
        },
      ],
    },
    changes: { added: 1, changed: 2, removed: 300 },
    reason: {
      en: 'It would remove 30 % of the datasets.',
      ja: 'データセットの 30% がなくなります。',
    },
    ...over,
  };
}
