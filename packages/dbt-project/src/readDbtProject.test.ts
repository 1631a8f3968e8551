import fc from 'fast-check';
import { readDbtProject } from './readDbtProject';
import type { DbtProjectOptions, ProjectFiles } from './types';
import { createUpstreamLookup } from './upstream';

const OPTIONS: DbtProjectOptions = {
  projectPath: 'transform',
  datasetNamespace: 'duckdb://demo',
  database: 'retail',
  schema: 'dev',
};

function filesOf(contents: Record<string, string>): ProjectFiles {
  return {
    list: async prefix =>
      Object.keys(contents).filter(path => path.startsWith(prefix)),
    read: async path =>
      Object.hasOwn(contents, path) ? contents[path] : undefined,
  };
}

const read = (
  contents: Record<string, string>,
  options: Partial<DbtProjectOptions> = {},
) => readDbtProject(filesOf(contents), { ...OPTIONS, ...options });

const PROJECT = `
name: retail
models:
  retail:
    +group: data_engineering
    +meta: { update_frequency: daily, purpose: from the project }
    staging: { +schema: staging, +materialized: view }
    marts:
      +schema: marts
      +materialized: table
      sales: { +group: sales, +meta: { purpose: 売上を見る } }
seeds:
  +schema: raw
  retail:
    raw_orders: { +column_types: { ordered_at: DATE, amount: "decimal(10, 2)" } }
sources:
  retail: { +enabled: true }
`;

const SHOP: Record<string, string> = {
  'transform/dbt_project.yml': PROJECT,
  'transform/macros/generate_schema_name.sql':
    '{% macro generate_schema_name(custom, node) %}{{ custom }}{% endmacro %}',
  'transform/tests/generic/is_non_negative.sql':
    '{% test is_non_negative(model, column_name) %}select 1{% endtest %}',
  'transform/packages.yml':
    'packages: [{package: dbt-labs/dbt_utils, version: 1.3.0}]',
  'transform/package-lock.yml':
    'packages:\n- {git: "https://example.com/acme/dbt-audit.git"}\n- {name: codegen, package: dbt-labs/codegen}',
  'transform/seeds/raw_orders.csv':
    '\uFEFForder_id,ordered_at,amount,"note, free"\n1,2026-01-01,10,x\n',
  'transform/seeds/raw_stores.csv': 'store_id,phone\n',
  'transform/seeds/seeds.yml': `
seeds:
  - name: raw_stores
    description: 店舗
    columns:
      - { name: store_id, data_type: INTEGER }
      - { name: phone, meta: { sensitivity_tier: 3 } }`,
  'transform/models/sources.yml': `
sources:
  - name: crm
    schema: crm_raw
    meta: { owner: group:sales }
    tables:
      - name: customers
        identifier: CUSTOMER
        description: Customers
        columns: [{ name: id }]
      - { name: old, config: { enabled: no } }
      - { description: nameless }`,
  'transform/models/groups.yml': `
groups:
  - { name: data_engineering, owner: { name: Data Engineering, email: de@example.com } }
  - { name: sales, owner: { name: Sales } }
  - { owner: { name: nobody } }`,
  'transform/models/staging/stg_orders.sql':
    "select * from {{ ref('raw_orders') }}",
  'transform/models/int_orders.sql':
    "{{ config(materialized='ephemeral') }} select * from {{ ref('stg_orders') }}",
  'transform/models/marts/sales/fct_sales.sql':
    "select * from {{ ref('int_orders') }} join {{ source('crm', 'customers') }} {{ ref('of_a_package') }}",
  'transform/models/marts/sales/fct_sales.yml': `
models:
  - name: fct_sales
    description: Sales per day
    config:
      access: protected
      meta:
        owner: Group:default/Leadership
        description_ja: 日別の売上
        sensitivity_tier: 2
        request_id: 01JD0000000000000000000000
    columns:
      - name: sold_on
        data_type: DATE
        description: Day
        config: { meta: { description_ja: 日 } }
      - { name: customer, config: { meta: { sensitivity_tier: "4" } } }
      - { name: sold_on, description: doubled }`,
  'transform/models/marts/marketing/dim_stores.sql':
    "{{ config(schema='published', alias='stores', enabled=False, group='marketing') }}select 1",
  'transform/models/other.sql': 'select 1',
  'transform/snapshots/s.sql':
    "{% snapshot orders_history %}{{ config(target_schema='history') }}select * from {{ ref('raw_orders') }}{% endsnapshot %}",
  'elsewhere/models/x.sql': 'select 1',
};

describe('readDbtProject', () => {
  it('reads a whole project', async () => {
    const { nodes, groups, layout, problems } = await read(SHOP);

    expect(problems).toEqual([
      {
        path: 'transform/models/sources.yml',
        message: 'A table of source `crm` has no name and is skipped',
      },
    ]);
    expect(
      nodes.map(node => [
        node.kind,
        node.name,
        node.id.name,
        node.layer,
        node.materialized,
      ]),
    ).toEqual([
      ['seed', 'raw_orders', 'retail.raw.raw_orders', 'raw', 'seed'],
      ['seed', 'raw_stores', 'retail.raw.raw_stores', 'raw', 'seed'],
      ['source', 'customers', 'retail.crm_raw.CUSTOMER', 'raw', undefined],
      ['source', 'old', 'retail.crm_raw.old', 'raw', undefined],
      [
        'snapshot',
        'orders_history',
        'retail.history.orders_history',
        'raw',
        'snapshot',
      ],
      [
        'model',
        'int_orders',
        'retail.dev.int_orders',
        'intermediate',
        'ephemeral',
      ],
      ['model', 'dim_stores', 'retail.published.stores', 'mart', 'table'],
      ['model', 'fct_sales', 'retail.marts.fct_sales', 'mart', 'table'],
      ['model', 'other', 'retail.dev.other', 'intermediate', 'view'],
      ['model', 'stg_orders', 'retail.staging.stg_orders', 'staging', 'view'],
    ]);
    expect(groups).toEqual([
      {
        name: 'data_engineering',
        ownerName: 'Data Engineering',
        ownerEmail: 'de@example.com',
      },
      { name: 'sales', ownerName: 'Sales', ownerEmail: undefined },
    ]);
    expect(layout).toEqual({
      projectName: 'retail',
      modelPaths: ['transform/models'],
      testPaths: ['transform/tests'],
      martFolder: 'transform/models/marts',
      domains: ['marketing', 'sales'],
      propertiesLayout: 'per-model',
      martPrefixes: ['fct_', 'dim_'],
      packages: ['codegen', 'dbt_audit', 'dbt_utils'],
      genericTests: ['is_non_negative'],
    });
  });

  it('merges what the three places say of a model', async () => {
    const { nodes } = await read(SHOP);
    const node = (name: string) => nodes.find(found => found.name === name);

    expect(node('fct_sales')).toMatchObject({
      key: expect.stringMatching(/^fct-sales-[0-9a-f]{10}$/),
      domain: 'sales',
      definition: { en: 'Sales per day', ja: '日別の売上' },
      columns: [
        {
          name: 'sold_on',
          dataType: 'date',
          definition: { en: 'Day', ja: '日' },
        },
        { name: 'customer', definition: {}, tier: 4 },
      ],
      group: 'sales',
      access: 'protected',
      owner: 'group:default/leadership',
      purpose: '売上を見る',
      updateFrequency: 'daily',
      tier: 4,
      requestId: '01JD0000000000000000000000',
      enabled: true,
      dependsOn: ['int_orders', 'crm.customers', 'of_a_package'],
      path: 'transform/models/marts/sales/fct_sales.sql',
      propertiesPath: 'transform/models/marts/sales/fct_sales.yml',
    });
    expect(node('dim_stores')).toMatchObject({
      enabled: false,
      group: 'marketing',
    });
    expect(node('other')).toMatchObject({
      owner: 'group:default/data-engineering',
      purpose: 'from the project',
      definition: {},
      columns: [],
    });
    expect(node('customers')).toMatchObject({
      owner: 'group:default/sales',
      definition: { en: 'Customers' },
    });
    expect(node('old')).toMatchObject({ enabled: false });
  });

  it('takes columns of seeds from their YAML, else from the CSV', async () => {
    const { nodes } = await read(SHOP);
    const [orders, stores] = nodes;
    expect(
      orders.columns.map(({ name, dataType }) => [name, dataType]),
    ).toEqual([
      ['order_id', undefined],
      ['ordered_at', 'date'],
      ['amount', 'decimal(10, 2)'],
      ['note, free', undefined],
    ]);
    expect(stores).toMatchObject({
      definition: { ja: '店舗' },
      tier: 3,
      columns: [
        { name: 'store_id', dataType: 'integer' },
        { name: 'phone', tier: 3 },
      ],
    });
  });

  it('resolves what a node reads', async () => {
    const project = await read(SHOP);
    const upstream = createUpstreamLookup(project);
    const sales = project.nodes.find(({ name }) => name === 'fct_sales');
    expect(sales && upstream(sales).map(({ name }) => name)).toEqual([
      'int_orders',
      'customers',
    ]);
  });

  it("uses dbt's rule for schemas where the project has none", async () => {
    const { 'transform/macros/generate_schema_name.sql': _, ...rest } = SHOP;
    const { nodes } = await read(rest);
    expect(nodes.find(({ name }) => name === 'fct_sales')?.id.name).toBe(
      'retail.dev_marts.fct_sales',
    );
  });

  it('reads a project at the root with other folders', async () => {
    const { nodes, layout } = await read(
      {
        'dbt_project.yml':
          'name: p\nmodel-paths: [./sql/]\nseed-paths: ["../out"]\n',
        'sql/mart/fct_a.sql': 'select 1',
        'sql/mart/schema.yml': 'models: [{ name: fct_a }]',
      },
      { projectPath: '.' },
    );
    expect(nodes.map(({ id }) => id.name)).toEqual(['retail.dev.fct_a']);
    expect(layout).toMatchObject({
      martFolder: 'sql/mart',
      propertiesLayout: 'per-folder',
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no project', { 'transform/dbt_project.yml': '' }, /no `name`/],
    [
      'no file',
      { 'transform/dbt_project.yml': undefined as never },
      /no such file/,
    ],
    [
      'a broken project',
      { 'transform/dbt_project.yml': 'name: [' },
      /cannot be read/,
    ],
  ])('has no nodes without a project: %s', async (_, contents, message) => {
    const project = await read({ ...SHOP, ...contents });
    expect(project.nodes).toEqual([]);
    expect(project.problems).toContainEqual({
      path: 'transform/dbt_project.yml',
      message: expect.stringMatching(message),
    });
  });

  const BAD_FILE = 'transform/models/zz.yml';
  it.each<[string, string, RegExp]>([
    ['open bracket', 'models: [', /cannot be read/],
    [
      'conflict markers',
      '<<<<<<< HEAD\nmodels: []\n=======\n',
      /cannot be read/,
    ],
    ['a text', '<<<<<<< HEAD', /no mapping and is skipped/],
    ['two documents', 'models: []\n---\nmodels: []', /cannot be read/],
    [
      'alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
      /cannot be read/,
    ],
    ['doubled key', 'models: []\nmodels: []', /unique/],
    ['doubled model', 'models: [{ name: fct_sales }]', /second time/],
    ['nameless model', 'models: [{ description: x }]', /no name/],
  ])('says what is wrong and goes on: %s', async (_, text, message) => {
    const { nodes, problems } = await read({ ...SHOP, [BAD_FILE]: text });
    expect(nodes).toHaveLength(10);
    expect(problems).toContainEqual({
      path: BAD_FILE,
      message: expect.stringMatching(message),
      skippedFile:
        /cannot be read|is skipped/.test(message.source) || undefined,
    });
  });

  it('says when two models have one name', async () => {
    const { nodes, problems } = await read({
      ...SHOP,
      'transform/models/staging/fct_sales.sql': 'select 1',
    });
    expect(nodes).toHaveLength(10);
    expect(problems).toContainEqual({
      path: 'transform/models/staging/fct_sales.sql',
      message: expect.stringContaining('already the name of'),
    });
  });

  it('cannot be led into a prototype', async () => {
    const { nodes } = await read({
      ...SHOP,
      'transform/models/bad.yml':
        '__proto__: { models: 1 }\nconstructor: { prototype: { enabled: false } }\nmodels: [{ name: __proto__, config: { __proto__: { enabled: false } } }]',
      'transform/models/__proto__.sql': 'select 1',
    });
    expect(nodes).toHaveLength(11);
    expect(({} as Record<string, unknown>).enabled).toBeUndefined();
  });

  it('never throws, whatever the files hold', async () => {
    const yaml = fc.oneof(
      fc.string(),
      fc.jsonValue().map(value => JSON.stringify(value)),
      fc
        .array(
          fc.constantFrom(
            'models:\n',
            'seeds:\n',
            'sources:\n',
            'groups:\n',
            ' - name: a\n',
            '   columns:\n',
            '    - name: 1\n',
            '   config: {meta: 3}\n',
            '   meta: [x]\n',
            '  +schema: "{{ x }}"\n',
            'name: p\n',
            '&a ',
            '*a ',
            '? ',
            '- ',
            ': ',
            '!!binary x\n',
            '<<: *a\n',
            '\t',
            'null\n',
          ),
          { maxLength: 20 },
        )
        .map(lines => lines.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        yaml,
        yaml,
        fc.string(),
        fc.string(),
        async (project, properties, sql, csv) => {
          const { nodes } = await read({
            'transform/dbt_project.yml': `name: p\n${project}`,
            'transform/models/a.yml': properties,
            'transform/models/marts/a.sql': `{{ config(${sql}) }}${sql}`,
            'transform/seeds/b.csv': csv,
            'transform/packages.yml': properties,
          });
          expect(nodes.every(({ id }) => id.name !== '')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
