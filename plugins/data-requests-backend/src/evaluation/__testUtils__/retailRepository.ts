import type { ForgeSnapshot } from '@suido/backstage-plugin-data-requests-node';
import {
  martSpecSchema,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { datasetKey } from '@suido/vocabulary';
import { buildRepositoryView } from '../../repository/buildRepositoryView';
import type { RepositoryView } from '../../repository/RepositoryView';
import type { TargetConfig } from '../../targets/TargetConfig';

/** A target as the demo has it. */
export const RETAIL_TARGET: TargetConfig = {
  id: 'data-platform',
  title: 'Data platform',
  forge: 'local-forge',
  repository: 'data-platform',
  baseBranch: 'main',
  projectPath: 'transform',
  kind: 'dbt',
  dialect: 'duckdb',
  datasetNamespace: 'duckdb://demo',
  database: 'retail',
  schema: 'main',
  allowedPaths: ['transform/models/marts', 'transform/tests'],
  reviewersFallback: ['group:default/data-engineering'],
};

/** A small dbt project: two cleaned tables, one raw table, one mart. */
export const RETAIL_FILES: Readonly<Record<string, string>> = {
  '.github/CODEOWNERS': [
    '* @data-engineering',
    '/transform/models/marts/sales/ @sales @data-engineering',
    '/transform/tests/',
  ].join('\n'),
  'transform/dbt_project.yml': `
name: retail
version: '1.0.0'
config-version: 2
profile: retail
model-paths: [models]
test-paths: [tests]
macro-paths: [macros]
models:
  retail:
    staging: {+schema: staging, +materialized: view}
    marts: {+schema: marts, +materialized: table}
`,
  'transform/macros/generate_schema_name.sql': `
{% macro generate_schema_name(custom_schema_name, node) %}{{ custom_schema_name or target.schema }}{% endmacro %}
`,
  'transform/models/groups.yml': `
version: 2
groups:
  - name: data_engineering
    owner: {name: Data Engineering, email: de@minato-shoten.example}
  - name: sales
    owner: {name: Sales, email: sales@minato-shoten.example}
`,
  'transform/models/staging/_sources.yml': `
version: 2
sources:
  - name: pos
    schema: raw
    tables:
      - name: raw_orders
        columns:
          - {name: order_id, data_type: varchar}
          - {name: card_number, data_type: varchar, config: {meta: {sensitivity_tier: 4}}}
`,
  'transform/models/staging/stg_orders.sql':
    "select * from {{ source('pos', 'raw_orders') }}\n",
  'transform/models/staging/stg_orders.yml': `
version: 2
models:
  - name: stg_orders
    description: Orders, one row per order.
    config: {meta: {update_frequency: daily}}
    columns:
      - {name: order_id, data_type: varchar}
      - {name: store_id, data_type: varchar}
      - {name: status, data_type: varchar}
      - {name: ordered_at, data_type: timestamp}
      - {name: ordered_on, data_type: date}
      - {name: amount, data_type: "decimal(12,2)"}
      - {name: discount_rate, data_type: double}
      - {name: item_count, data_type: integer}
      - {name: is_gift, data_type: boolean}
      - {name: payload, data_type: json}
      - {name: 備考, data_type: varchar}
`,
  'transform/models/staging/stg_stores.sql': 'select 1 as store_id\n',
  'transform/models/staging/stg_stores.yml': `
version: 2
models:
  - name: stg_stores
    columns:
      - {name: store_id, data_type: varchar}
      - {name: store_number, data_type: integer}
      - {name: store_name, data_type: varchar}
      - {name: manager_email, data_type: varchar, config: {meta: {sensitivity_tier: 3}}}
      - {name: opened_on, data_type: date, config: {meta: {sensitivity_tier: 3}}}
`,
  'transform/models/staging/stg_secret.sql': 'select 1 as x\n',
  'transform/models/staging/stg_secret.yml': `
version: 2
models:
  - name: stg_secret
    config: {group: data_engineering, access: private}
    columns:
      - {name: x, data_type: integer}
`,
  'transform/models/marts/sales/fct_orders.sql':
    "select order_id from {{ ref('stg_orders') }}\n",
  'transform/models/marts/sales/fct_orders.yml': `
version: 2
models:
  - name: fct_orders
    config: {group: sales}
    columns:
      - {name: order_id, data_type: varchar}
`,
};

const COMMIT = '1'.repeat(40);

/** A snapshot of files that are only in memory. */
export function snapshotOf(
  files: Readonly<Record<string, string>>,
  commitSha: string = COMMIT,
): ForgeSnapshot {
  return {
    commitSha,
    list: async prefix =>
      Object.entries(files)
        .filter(([path]) => !prefix || path.startsWith(`${prefix}/`))
        .map(([path, text]) => ({ path, sizeBytes: Buffer.byteLength(text) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: async path => files[path],
  };
}

/** The view of the small project, with some of it changed. */
export function retailView(
  changes: {
    files?: Readonly<Record<string, string>>;
    target?: Partial<TargetConfig>;
  } = {},
): Promise<RepositoryView> {
  return buildRepositoryView(
    { ...RETAIL_TARGET, ...changes.target },
    snapshotOf({ ...RETAIL_FILES, ...changes.files }),
  );
}

/** Key of a dataset of the small project, as in `staging.stg_orders`. */
export function keyOf(name: string, target: TargetConfig = RETAIL_TARGET) {
  return datasetKey({
    namespace: target.datasetNamespace,
    name: `${target.database}.${name}`,
  });
}

/** A finished spec that passes every check. */
export function dailySales(changes: Partial<MartSpec> = {}): MartSpec {
  return martSpecSchema.parse({
    kind: 'data-mart',
    version: 2,
    target: 'data-platform',
    name: 'fct_daily_store_sales',
    question: 'How much does each store sell per day?',
    purpose: 'Morning meeting of the sales group',
    definition: {
      en: 'Sales per store and day.',
      ja: '店舗・日ごとの売上です。',
    },
    sources: [
      { alias: 'orders', dataset: keyOf('staging.stg_orders') },
      { alias: 'stores', dataset: keyOf('staging.stg_stores') },
    ],
    joins: [
      {
        source: 'stores',
        type: 'left',
        on: [
          {
            leftSource: 'orders',
            leftColumn: 'store_id',
            rightColumn: 'store_id',
          },
        ],
      },
    ],
    filters: [
      {
        source: 'orders',
        column: 'status',
        operator: 'one-of',
        values: ['completed', 'returned'],
      },
      {
        source: 'orders',
        column: 'ordered_on',
        operator: 'at-least',
        values: ['2026/1/1'],
      },
    ],
    columns: [
      {
        role: 'dimension',
        name: 'sales_month',
        definition: { en: 'First day of the month.', ja: '月の初日です。' },
        source: 'orders',
        column: 'ordered_at',
        timeGrain: 'month',
      },
      {
        role: 'dimension',
        name: 'store_id',
        definition: { en: 'Store.' },
        source: 'orders',
        column: 'store_id',
      },
      {
        role: 'measure',
        name: 'net_sales',
        definition: { ja: '売上金額の合計です。' },
        aggregation: 'sum',
        source: 'orders',
        column: 'amount',
      },
      {
        role: 'measure',
        name: 'order_count',
        definition: { en: 'Number of orders.' },
        aggregation: 'count',
        source: 'orders',
      },
      {
        role: 'derived',
        name: 'average_order_value',
        definition: { en: 'Net sales per order.' },
        calculation: {
          kind: 'arithmetic',
          operation: 'divide',
          left: { kind: 'column', name: 'net_sales' },
          right: { kind: 'column', name: 'order_count' },
        },
      },
    ],
    grain: ['sales_month', 'store_id'],
    tests: [
      { kind: 'not-null', column: 'store_id' },
      { kind: 'not-negative', column: 'net_sales' },
      {
        kind: 'accepted-values',
        column: 'store_id',
        values: ['S01', "S'02"],
      },
    ],
    updateFrequency: 'daily',
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 3,
    consumers: [
      {
        kind: 'dashboard',
        name: 'Morning meeting',
        url: 'https://bi.example/1',
      },
    ],
    ...changes,
  });
}
