import type {
  InputDataset,
  Target,
} from '@suido/backstage-plugin-data-requests-common';

/** A repository of a small shop, for tests. */
export const shopTarget: Target = {
  id: 'data-platform',
  title: 'Data platform',
  kind: 'dbt',
  repository: 'data-platform',
  baseBranch: 'main',
  martNamePattern: '^(fct|dim)_[a-z0-9_]+$',
  partitioning: 'partitions',
  martNameRule: {
    en: 'Begins with fct_ or dim_.',
    ja: 'fct_ または dim_ で始めてください。',
  },
  domains: ['sales', 'product'],
  owners: [
    { entityRef: 'group:default/sales', title: 'Sales' },
    { entityRef: 'group:default/product', title: 'Product' },
  ],
};

function dataset(
  name: string,
  definition: InputDataset['definition'],
  columns: InputDataset['columns'],
): InputDataset {
  return {
    key: `${name.replaceAll('_', '-')}-0123456789`,
    id: { namespace: 'duckdb://demo', name: `retail.staging.${name}` },
    name,
    layer: 'staging',
    definition,
    owner: 'group:default/data-engineering',
    updateFrequency: 'daily',
    tier: 2,
    columns,
  };
}

/** Two datasets that share `store_id`. */
export const shopDatasets: InputDataset[] = [
  dataset('stg_orders', { en: 'One row per order', ja: '注文ごとに1行' }, [
    {
      name: 'order_id',
      type: 'integer',
      definition: { en: 'Id of the order' },
      tier: 2,
    },
    {
      name: 'store_id',
      type: 'text',
      definition: { en: 'Id of the store', ja: '店舗ID' },
      tier: 2,
    },
    {
      name: 'ordered_on',
      type: 'date',
      definition: { en: 'Day of the order', ja: '注文日' },
      tier: 2,
    },
    {
      name: 'amount',
      type: 'decimal',
      definition: { en: 'Amount in yen', ja: '金額（円）' },
      tier: 2,
    },
    {
      name: 'status',
      type: 'text',
      definition: { en: 'State of the order', ja: '注文の状態' },
      tier: 2,
    },
    {
      name: 'items',
      type: 'integer',
      definition: { en: 'Number of items', ja: '商品数' },
      tier: 2,
    },
    {
      name: 'shipped_at',
      type: 'timestamp',
      definition: { en: 'When it was shipped', ja: '出荷日時' },
      tier: 2,
    },
    {
      name: 'email',
      type: 'text',
      definition: { en: 'Address of the customer' },
      tier: 4,
    },
  ]),
  dataset('stg_stores', { en: 'One row per store', ja: '店舗ごとに1行' }, [
    {
      name: 'store_id',
      type: 'text',
      definition: { en: 'Id of the store', ja: '店舗ID' },
      tier: 2,
    },
    {
      name: 'prefecture',
      type: 'text',
      definition: { en: 'Prefecture', ja: '都道府県' },
      tier: 1,
    },
  ]),
];
