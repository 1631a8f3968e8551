import type { TargetConfig } from '../../targets/TargetConfig';

/** A target whose repository has other habits than the demo's. */
export const LOGISTICS_TARGET: TargetConfig = {
  id: 'analytics',
  title: 'Analytics',
  forge: 'local-forge',
  repository: 'analytics',
  baseBranch: 'main',
  projectPath: '.',
  kind: 'dbt',
  dialect: 'postgres',
  datasetNamespace: 'postgres://warehouse.example:5432',
  database: 'analytics',
  schema: 'prod',
  allowedPaths: ['models/marts', 'data_tests'],
  reviewersFallback: ['group:default/analytics'],
};

/** Its handles of CODEOWNERS and whom they stand for. */
export const LOGISTICS_OWNERS: Readonly<Record<string, string>> = {
  '@analytics': 'group:default/analytics',
  '@sales-data': 'group:default/sales',
};

/**
 * The project lies in the root, a file of each folder describes all of its
 * models, marts are `mart_`, dbt_utils is installed, tests have a folder with a
 * name of the house.
 */
export const LOGISTICS_FILES: Readonly<Record<string, string>> = {
  '.github/CODEOWNERS': `* @analytics
/models/marts/sales/ @sales-data
`,
  'dbt_project.yml': `name: logistics
version: '1.0.0'
profile: logistics
test-paths: [data_tests]
models:
  logistics:
    staging: { +schema: staging }
    marts: { +schema: marts, +materialized: table }
`,
  'packages.yml': `packages:
  - package: dbt-labs/dbt_utils
    version: [">=1.3.0", "<2.0.0"]
`,
  'models/_groups.yml': `groups:
  - name: analytics
    owner: { name: Analytics }
  - name: sales
    owner: { name: Sales }
`,
  'models/staging/_models.yml': `models:
  - name: stg_orders
    description: Orders, one row per order.
    columns:
      - { name: order_id, data_type: text }
      - { name: ordered_on, data_type: date }
      - { name: store_id, data_type: text }
      - { name: order_status, data_type: text }
      - { name: net_amount, data_type: "numeric(12, 2)" }
`,
  'models/staging/stg_orders.sql': `select * from {{ source('erp', 'orders') }}
`,
  'models/marts/sales/_models.yml': `version: 2

models:
  # Deliveries of the last two years
  - name: mart_deliveries
    description: Deliveries, one row per delivery.
    config:
      group: sales
    columns:
      - name: delivery_id
        data_type: text
        data_tests: [unique, not_null]
`,
  'models/marts/sales/mart_deliveries.sql': `select delivery_id from {{ ref('stg_orders') }}
`,
};
