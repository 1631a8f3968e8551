import { mkdtemp, readdir, readFile, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { commitFiles } from './repository/commitFiles';
import { startDemoPlatform, type DemoPlatform } from './startDemoPlatform';

const TOKEN = 'a-token-of-the-tests';
const NAMESPACE = 'duckdb://demo';

const PROJECT: Record<string, string> = {
  'transform/dbt_project.yml': `
name: shop
vars: { first_day: '2026-01-01', shop: { currency: JPY } }
seeds: { shop: { +schema: raw } }
models:
  shop:
    staging: { +schema: staging }
    marts: { +schema: marts, +materialized: table }`,
  'transform/macros/generate_schema_name.sql':
    '{% macro generate_schema_name(name, node) -%}{{ name }}{%- endmacro %}',
  'transform/macros/yen.sql':
    "{% macro yen(x) -%}{{ x }} || ' {{ var('currency') }}'{%- endmacro %}",
  'transform/macros/odd.sql': '{% test odd(model) %}select 1{% endtest %}',
  'transform/seeds/raw_orders.csv':
    'order_id,customer,amount,ordered_on,paid\n2,花子,2000,2026-01-02,true\n1,"太郎, 様",1000.50,2026-01-01,false\n3,花子,,2025-12-31,\n',
  'transform/seeds/raw_orders.yml': `
seeds:
  - name: raw_orders
    config: { column_types: { order_id: bigint, amount: "decimal(10,2)" } }
    columns:
      - { name: order_id, config: { meta: { sensitivity_tier: 1 } } }
      - { name: customer, config: { meta: { sensitivity_tier: 3 } } }
      - { name: ordered_on, config: { meta: { sensitivity_tier: 4 } } }
      - { name: paid }`,
  'transform/models/sources.yml': `
sources:
  - name: pos
    schema: raw
    tables: [{ name: raw_orders }, { name: nowhere }]`,
  'transform/models/staging/stg_orders.sql': `
-- depends_on: {{ ref('raw_orders') }}
select *, {{ yen('amount') }} as price from {{ source('pos', 'raw_orders') }}
where ordered_on >= cast('{{ var("first_day") }}' as date)`,
  'transform/models/staging/stg_orders.yml':
    'models: [{ name: stg_orders, columns: [{ name: customer, config: { meta: { sensitivity_tier: 3 } } }, { name: amount }] }]',
  'transform/models/int_orders.sql':
    "{{ config(materialized='ephemeral') }}select * from {{ ref('stg_orders') }} -- all",
  'transform/models/marts/sales/fct_sales.sql':
    "select customer, sum(amount) as amount from {{ ref('int_orders') }} group by 1",
  'transform/models/marts/sales/fct_amounts.sql':
    "select amount, order_id from {{ ref('stg_orders') }}",
  'transform/models/marts/sales/fct_amounts.yml':
    'models: [{ name: fct_amounts, columns: [{ name: amount }, { name: order_id }] }]',
};

describe('startDemoPlatform', () => {
  let folder: string;
  let platform: DemoPlatform | undefined;
  const messages: string[] = [];
  let onMessage: () => void = () => {};

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'demo-platform-'));
    messages.length = 0;
  });

  afterEach(async () => {
    await platform?.stop();
    platform = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  const repository = () => path.join(folder, 'data-platform.git');
  const start = async () => {
    platform = await startDemoPlatform({
      port: 0,
      token: TOKEN,
      repository: repository(),
      branch: 'main',
      projectPath: 'transform',
      dataFolder: path.join(folder, 'data'),
      log: message => {
        messages.push(message);
        onMessage();
      },
    });
  };
  /** The message of the run of a commit. */
  const built = (commit: string) =>
    new Promise<string>(resolve => {
      onMessage = () => {
        const found = messages.find(text =>
          text.startsWith(commit.slice(0, 7)),
        );
        if (found) {
          resolve(found);
        }
      };
      onMessage();
    });
  const request = async (
    route: string,
    init: { body?: unknown; token?: string } = {},
  ) => {
    const response = await fetch(`http://127.0.0.1:${platform?.port}${route}`, {
      method: init.body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${init.token ?? TOKEN}`,
        'content-type': 'application/json',
      },
      body: init.body ? JSON.stringify(init.body) : undefined,
    });
    return { status: response.status, body: await response.json() };
  };
  const sample = (name: string, columns: string[], limit?: number) =>
    request('/v1/sample', {
      body: { namespace: NAMESPACE, name: `retail.${name}`, columns, limit },
    });
  const datasets = async () => {
    const { body } = await request('/v1/datasets');
    return new Map<string, any>(
      body.items.map((item: { name: string }) => [item.name, item]),
    );
  };
  const lastRun = async () => {
    const { body } = await request('/v1/runs');
    return Object.fromEntries(
      body.items[0].nodes.map((node: { name: string; status: string }) => [
        node.name.replace('retail.', ''),
        node.status,
      ]),
    );
  };

  it('builds a project, rebuilds what changed, and remembers', async () => {
    await start();
    expect((await request('/v1/datasets')).body).toEqual({ items: [] });

    // The repository comes after the platform
    const first = await commitFiles(repository(), PROJECT);
    expect(await built(first)).toMatch(/4 built, 1 failed/);
    const before = await datasets();
    expect(before.get('retail.marts.fct_sales')).toMatchObject({
      namespace: NAMESPACE,
      status: 'ready',
      rowCount: 2,
      columns: [
        { name: 'customer', type: 'VARCHAR' },
        { name: 'amount', type: 'DECIMAL(38,2)' },
      ],
    });
    expect(before.get('retail.raw.nowhere')).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('no seed'),
    });
    expect([...before.keys()]).not.toContain('retail.main.int_orders');

    const second = await commitFiles(repository(), {
      ...PROJECT,
      'README.md': 'more',
      'transform/models/marts/sales/fct_new.sql':
        "select 1 as one, * from {{ ref('fct_sales') }}",
      'transform/models/marts/sales/fct_bad.sql':
        'select * from nowhere_at_all',
      'transform/models/marts/sales/fct_below.sql':
        "select * from {{ ref('fct_bad') }}",
      'transform/models/marts/sales/fct_two.sql': 'select 1; drop schema raw',
      'transform/models/marts/sales/fct_file.sql':
        "select * from read_text('/etc/hostname')",
      'transform/models/marts/sales/fct_jinja.sql':
        "select {{ dbt_utils.star(ref('fct_sales')) }}",
      'transform/models/marts/sales/fct_ref.sql':
        "select {{ ref('gone') }}, {{ var('gone') }}",
      'transform/models/marts/sales/fct_self.sql':
        "select * from {{ ref('fct_self') }}",
    });
    expect(await built(second)).toMatch(/1 built, 8 failed/);
    expect(await lastRun()).toEqual({
      'raw.raw_orders': 'unchanged',
      'raw.nowhere': 'failed',
      'staging.stg_orders': 'unchanged',
      'main.int_orders': 'unchanged',
      'marts.fct_sales': 'unchanged',
      'marts.fct_amounts': 'unchanged',
      'marts.fct_new': 'built',
      'marts.fct_bad': 'failed',
      'marts.fct_below': 'skipped',
      'marts.fct_two': 'failed',
      'marts.fct_file': 'failed',
      'marts.fct_jinja': 'failed',
      'marts.fct_ref': 'failed',
      'marts.fct_self': 'failed',
    });
    const errors = await datasets();
    const errorOf = (name: string) => errors.get(`retail.marts.${name}`).error;
    expect(errorOf('fct_bad')).toMatch(/nowhere_at_all/);
    expect(errorOf('fct_two')).toMatch(/2 statements/);
    expect(errorOf('fct_file')).toMatch(/disabled by configuration/);
    expect(errorOf('fct_jinja')).toMatch(/no method named star/);
    expect(errorOf('fct_ref')).toMatch(/'gone' is not there.*variable 'gone'/);
    expect(errorOf('fct_self')).toMatch(/circle/);

    await platform?.stop();
    messages.length = 0;
    await start();
    expect(await built(second)).toMatch(/0 built, 8 failed/);
    expect(await readdir(path.join(folder, 'data'))).toContain('retail.duckdb');

    // From a table to a view, and a change in a seed below it
    const third = await commitFiles(repository(), {
      ...PROJECT,
      'transform/seeds/raw_orders.csv': `${PROJECT['transform/seeds/raw_orders.csv']}4,次郎,5,2026-02-01,true\n`,
      'transform/models/marts/sales/fct_sales.sql': `{{ config(materialized='view') }}${PROJECT['transform/models/marts/sales/fct_sales.sql']}`,
    });
    expect(await built(third)).toMatch(/4 built, 1 failed/);
    const after = await datasets();
    expect(after.get('retail.marts.fct_sales')).toMatchObject({ rowCount: 3 });
    expect(after.get('retail.marts.fct_new')).toBeUndefined();
  });

  it('samples rows, masked by tier before they leave', async () => {
    await start();
    await built(await commitFiles(repository(), PROJECT));

    const { body } = await sample('raw.raw_orders', [
      'order_id',
      'customer',
      'amount',
      'ordered_on',
      'paid',
    ]);
    const [id, customer, amount, orderedOn, paid] = body.columns;
    expect(body).toMatchObject({ rowCount: 3, revision: expect.any(String) });
    expect(id).toEqual({
      name: 'order_id',
      type: 'integer',
      masked: false,
      values: [1, 2, 3],
    });
    expect(customer).toMatchObject({ type: 'text', masked: true });
    expect(new Set(customer.values).size).toBe(2);
    expect(customer.values[1]).toMatch(/^m_[0-9a-f]{12}$/);
    expect(customer.values[1]).toBe(customer.values[2]);
    // Not in the YAML's columns but typed there: the dataset is classified by
    // column, so it is internal
    expect(amount).toMatchObject({ type: 'decimal', masked: false });
    expect(amount.values).toEqual(['1000.50', '2000.00', null]);
    expect(orderedOn).toMatchObject({ type: 'date', masked: true });
    expect(orderedOn.values).toEqual([null, null, null]);
    expect(paid.values).toEqual([false, true, null]);
    expect(JSON.stringify(body)).not.toMatch(/花子|太郎/);

    // The same text has the same token in every dataset
    const staged = await sample('staging.stg_orders', ['customer', 'price']);
    expect(customer.values).toEqual(
      expect.arrayContaining(staged.body.columns[0].values),
    );
    // An unlisted column is as sensitive as its dataset
    expect(staged.body.columns[1]).toMatchObject({ masked: true });
    // Nobody described the mart: it is as sensitive as what it reads
    const mart = await sample('marts.fct_sales', ['customer', 'amount']);
    expect(mart.body.columns).toMatchObject([
      { masked: true },
      { masked: true },
    ]);
  });

  it('hides what a later commit classifies, at once and in caches', async () => {
    await start();
    const classify = (tier: number) => ({
      ...PROJECT,
      'transform/models/marts/sales/fct_amounts.yml': `models: [{ name: fct_amounts, columns: [{ name: amount, meta: { sensitivity_tier: ${tier} } }, { name: order_id }] }]`,
    });
    await built(await commitFiles(repository(), classify(1)));
    const open = await sample('marts.fct_amounts', ['amount']);
    expect(open.body.columns[0].masked).toBe(false);

    await built(await commitFiles(repository(), classify(4)));
    const hidden = await sample('marts.fct_amounts', ['amount']);
    expect(hidden.body.columns[0]).toMatchObject({
      masked: true,
      values: [null, null],
    });
    expect(hidden.body.revision).not.toBe(open.body.revision);
  });

  it('takes the same rows of a large table for every choice of columns', async () => {
    await start();
    const model =
      "select range as n, 'x' || range as label from range(20000) order by hash(range)";
    await built(
      await commitFiles(repository(), {
        ...PROJECT,
        'transform/models/marts/sales/fct_large.sql': model,
        'transform/models/marts/sales/fct_large.yml':
          'models: [{ name: fct_large, meta: { sensitivity_tier: 1 }, columns: [{ name: n }, { name: label }] }]',
      }),
    );
    const numbers = await sample('marts.fct_large', ['n'], 500);
    const labels = await sample('marts.fct_large', ['label'], 500);
    expect(numbers.body.rowCount).toBe(500);
    expect(labels.body.columns[0].values).toEqual(
      numbers.body.columns[0].values.map((n: number) => `x${n}`),
    );
  });

  it('keeps the warehouse when the project breaks', async () => {
    await start();
    await built(await commitFiles(repository(), PROJECT));
    const broken = await commitFiles(repository(), {
      'transform/dbt_project.yml': 'name: [',
    });
    expect(await built(broken)).toMatch(/nothing to build/);
    expect((await datasets()).get('retail.marts.fct_sales')).toMatchObject({
      status: 'ready',
    });
    const { body } = await request('/v1/runs');
    expect(body.items[0]).toMatchObject({ commit: broken, status: 'error' });
  });

  it.each<[string, string, unknown, string | undefined, number, string]>([
    ['no token', '/v1/datasets', undefined, '', 401, 'AuthenticationError'],
    [
      'a wrong token',
      '/v1/runs',
      undefined,
      'wrong',
      401,
      'AuthenticationError',
    ],
    ['no route', '/v1/nothing', undefined, undefined, 404, 'NotFoundError'],
    [
      'no dataset',
      '/v1/sample',
      { namespace: NAMESPACE, name: 'demo_platform.runs', columns: ['run'] },
      undefined,
      404,
      'NotFoundError',
    ],
    [
      'an own table',
      '/v1/sample',
      {
        namespace: NAMESPACE,
        name: 'retail.demo_platform.runs',
        columns: ['run'],
      },
      undefined,
      404,
      'NotFoundError',
    ],
    [
      'another namespace',
      '/v1/sample',
      { namespace: 'x', name: 'a', columns: ['a'] },
      undefined,
      404,
      'NotFoundError',
    ],
    [
      'too many rows',
      '/v1/sample',
      { namespace: NAMESPACE, name: 'a', columns: ['a'], limit: 10_001 },
      undefined,
      400,
      'InputError',
    ],
    [
      'no columns',
      '/v1/sample',
      { namespace: NAMESPACE, name: 'a', columns: [] },
      undefined,
      400,
      'InputError',
    ],
  ])('refuses: %s', async (_, route, body, token, status, name) => {
    await start();
    const answer = await request(route, { body, token });
    expect(answer).toMatchObject({
      status,
      body: { error: { name, message: expect.any(String) } },
    });
  });

  it('refuses columns that are not there, and shows health to all', async () => {
    await start();
    const commit = await commitFiles(repository(), PROJECT);
    await built(commit);
    expect(await request('/health', { token: '' })).toEqual({
      status: 200,
      body: { status: 'ok', commit },
    });
    for (const columns of [['x'], ['order_id" from x; --'], ['paid', 'paid']]) {
      const { status } = await sample('raw.raw_orders', columns);
      expect([400, 404]).toContain(status);
    }
  });

  it('builds the repository of the demo company', async () => {
    const root = path.resolve(__dirname, '../../../examples/data-platform');
    const files: Record<string, string> = {};
    for (const entry of await readdir(root, {
      recursive: true,
      withFileTypes: true,
    })) {
      if (entry.isFile()) {
        const file = path.join(entry.parentPath, entry.name);
        files[path.relative(root, file)] = await readFile(file, 'utf8');
      }
    }
    await start();
    expect(await built(await commitFiles(repository(), files))).toMatch(
      / 0 failed/,
    );
    for (const [, { status, rowCount }] of await datasets()) {
      expect(status).toBe('ready');
      expect(rowCount).toBeGreaterThan(0);
    }
  });
});
