import { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { DatasetRecord } from '../records/DatasetRecord';
import type { TestRecord } from '../records/TestRecord';
import { readManifestRecord } from './readManifestRecord';

function read(value: unknown, options: { key?: string; sql?: boolean } = {}) {
  const scope = new RecordScope(new ReasonLedger({ examples: 1 }), 'nodes.0');
  const records = readManifestRecord(
    { section: 'nodes', key: options.key, index: 0, value },
    scope,
    { compiledSql: options.sql ?? false },
  );
  return {
    records,
    repairs: Object.fromEntries(scope.repairs),
    refusal: scope.refusal,
  };
}

const dataset = (value: object) => {
  const { records, ...rest } = read(value);
  return { dataset: records[0] as DatasetRecord, ...rest };
};
const test = (value: object) => read(value).records[0] as TestRecord;

const MODEL = {
  unique_id: 'model.shop.orders',
  resource_type: 'model',
  name: 'orders',
  package_name: 'shop',
};

describe('readManifestRecord', () => {
  it('reads a model of today with everything it has', () => {
    const { dataset: model, repairs } = dataset({
      ...MODEL,
      unique_id: 'model.shop.orders.v2',
      database: 'wh',
      schema: 'marts',
      alias: 'orders_v2',
      relation_name: '"wh"."marts"."orders_v2"',
      version: 2,
      latest_version: 3,
      deprecation_date: '2027-01-31T00:00:00+09:00',
      description: '注文 <script>alert(1)</script>',
      original_file_path: 'models/marts/orders_v2.sql',
      patch_path: 'shop://models/marts/_models.yml',
      fqn: ['shop', 'marts', 'orders', 'v2'],
      tags: ['daily'],
      meta: { owner: { name: 'Sales', email: ['a@example.com'] } },
      group: 'sales',
      access: 'public',
      language: 'sql',
      raw_code: 'select 1',
      compiled_code: 'select 1 -- compiled',
      checksum: { name: 'sha256', checksum: 'abc' },
      config: {
        materialized: 'incremental',
        unique_key: 'order_id',
        tags: ['daily', 'mart'],
        meta: { tier: 2 },
        contract: { enforced: true },
        partition_by: {
          field: 'ordered_on',
          data_type: 'date',
          granularity: 'month',
        },
        cluster_by: ['store_id'],
      },
      constraints: [
        { type: 'primary_key', columns: ['order_id', 'line'] },
        {
          type: 'foreign_key',
          columns: ['store_id'],
          to: 'ref("stores")',
          to_columns: ['id'],
        },
      ],
      columns: {
        order_id: {
          name: 'order_id',
          data_type: 'bigint',
          description: 'Key',
          quote: true,
          tags: [],
          meta: {},
          config: { meta: { pii: false }, tags: ['key'] },
          constraints: [{ type: 'not_null' }],
        },
        'customer.name': { name: 'customer.name' },
      },
      depends_on: {
        nodes: ['source.shop.raw.orders', 'source.shop.raw.orders'],
        macros: ['macro.dbt.is_incremental'],
      },
      refs: [{ name: 'stg', package: null, version: 1 }],
      a_field_of_tomorrow: { anything: [1] },
    });
    expect(repairs).toEqual({});
    expect(model).toMatchObject({
      record: 'dataset',
      kind: 'model',
      relation: {
        database: 'wh',
        schema: 'marts',
        identifier: 'orders_v2',
        quoted: '"wh"."marts"."orders_v2"',
      },
      version: '2',
      latestVersion: '3',
      deprecationDate: '2027-01-30T15:00:00.000Z',
      description: '注文 <script>alert(1)</script>',
      filePath: 'models/marts/orders_v2.sql',
      propertiesPath: 'models/marts/_models.yml',
      materialization: 'incremental',
      owner: { name: 'Sales', emails: ['a@example.com'] },
      group: 'sales',
      access: 'public',
      tags: ['daily', 'mart'],
      meta: { tier: 2 },
      hasContract: true,
      primaryKey: ['order_id', 'line'],
      uniqueKey: ['order_id'],
      partitioning: { by: ['ordered_on'], granularity: 'month' },
      clustering: ['store_id'],
      upstream: ['source.shop.raw.orders'],
      references: [{ name: 'stg', version: '1' }],
      sqlLength: { raw: 8, compiled: 20 },
      checksum: 'abc',
    });
    expect(model.columns).toEqual([
      expect.objectContaining({
        name: 'order_id',
        type: 'bigint',
        tags: ['key'],
        meta: { pii: false },
        isQuoted: true,
      }),
      expect.objectContaining({ name: 'customer.name' }),
    ]);
    expect(JSON.stringify(model)).not.toContain('select 1');
  });

  it('reads the shapes of manifests up to v8', () => {
    const { dataset: model, repairs } = dataset({
      ...MODEL,
      raw_sql: 'select 12',
      compiled_sql: 'select 123',
      refs: [['stg_orders'], ['other', 'stg_stores']],
      depends_on: { nodes: ['model.shop.stg_orders'], macros: [] },
      columns: {},
      tags: [],
      meta: { owner: 'team@example.com' },
      root_path: '/somewhere',
      patch_path: 'models/schema.yml',
    });
    expect(repairs).toEqual({});
    expect(model).toMatchObject({
      sqlLength: { raw: 9, compiled: 10 },
      references: [
        { name: 'stg_orders' },
        { name: 'stg_stores', package: 'other' },
      ],
      owner: { emails: ['team@example.com'] },
      propertiesPath: 'models/schema.yml',
    });
  });

  it('hands compiled SQL over only when wished for', () => {
    const model = { ...MODEL, compiled_sql: 'select 1' };
    expect(read(model).records).toHaveLength(1);
    expect(read(model, { sql: true }).records[1]).toEqual({
      record: 'sql',
      uniqueId: 'model.shop.orders',
      language: 'sql',
      compiled: 'select 1',
    });
  });

  it('gives no relation to an ephemeral model', () => {
    const { dataset: model } = dataset({
      ...MODEL,
      schema: 'x',
      config: { materialized: 'ephemeral' },
    });
    expect(model.relation).toBeUndefined();
  });

  it('reads a source, its promises and its files', () => {
    const source = {
      unique_id: 'source.shop.raw.events',
      resource_type: 'source',
      name: 'events',
      source_name: 'raw',
      database: null,
      schema: 'landing',
      identifier: 'events_*',
      loader: 'fivetran',
      loaded_at_field: '_synced',
      freshness: {
        warn_after: { count: 6, period: 'hour' },
        error_after: { count: null, period: null },
        filter: 'x > 1',
      },
      external: { location: 's3://bucket/events' },
    };
    expect(dataset(source).dataset).toMatchObject({
      kind: 'source',
      relation: { schema: 'landing', identifier: 'events_*', isWildcard: true },
      source: {
        sourceName: 'raw',
        loader: 'fivetran',
        loadedAtField: '_synced',
        freshness: { warnAfterSeconds: 21_600, filter: 'x > 1' },
        externalLocation: 's3://bucket/events',
      },
    });
    // Since dbt 1.10 in the configuration
    const { freshness, loaded_at_field, ...rest } = source;
    expect(
      dataset({ ...rest, config: { freshness, loaded_at_field } }).dataset
        .source,
    ).toMatchObject({
      loadedAtField: '_synced',
      freshness: { warnAfterSeconds: 21_600 },
    });
  });

  it.each([
    ['field', { partition_by: { field: 'd' } }, { by: ['d'] }],
    ['text', { partition_by: 'd' }, { by: ['d'] }],
    ['list', { partitioned_by: ['a', 'day(b)'] }, { by: ['a', 'day(b)'] }],
    ['null', { partition_by: null }, undefined],
    ['empty', { partition_by: [] }, undefined],
  ])('reads partitioning written as %s', (_, config, expected) => {
    expect(dataset({ ...MODEL, config }).dataset.partitioning).toEqual(
      expected,
    );
  });

  it.each([
    ['of today', { attached_node: 'model.shop.a' }, 'model.shop.a'],
    [
      'before 1.5, over one dataset',
      { depends_on: { nodes: ['model.shop.a'] } },
      'model.shop.a',
    ],
    [
      'before 1.5, a relationship',
      {
        depends_on: { nodes: ['model.shop.b', 'model.shop.a'] },
        test_metadata: {
          name: 'relationships',
          kwargs: {
            model: "{{ get_where_subquery(ref('shop', 'a')) }}",
            to: "ref('b')",
          },
        },
      },
      'model.shop.a',
    ],
    [
      'before 1.5, of a source',
      {
        depends_on: { nodes: ['model.shop.b', 'source.shop.raw.a'] },
        test_metadata: {
          name: 'relationships',
          kwargs: { model: "{{ source('raw', 'a') }}", to: "ref('b')" },
        },
      },
      'source.shop.raw.a',
    ],
    [
      'singular over two',
      { depends_on: { nodes: ['model.shop.a', 'model.shop.b'] } },
      undefined,
    ],
  ])('attaches a test %s', (_, fields, attachedTo) => {
    const found = test({
      unique_id: 'test.shop.t.1',
      resource_type: 'test',
      name: 't',
      ...fields,
    });
    expect(found.attachedTo).toBe(attachedTo);
  });

  it('reads a generic test, a singular test and a unit test', () => {
    expect(
      test({
        unique_id: 'test.shop.t.1',
        resource_type: 'test',
        name: 't',
        column_name: 'id',
        config: { severity: 'ERROR', warn_if: '> 5', where: 'x' },
        test_metadata: {
          name: 'at_least_one',
          namespace: 'dbt_utils',
          kwargs: { model: 'm', column_name: 'id', values: [1] },
        },
      }),
    ).toMatchObject({
      kind: 'generic',
      test: 'dbt_utils.at_least_one',
      columnName: 'id',
      severity: 'error',
      warnIf: '> 5',
      where: 'x',
      parameters: { values: [1] },
    });
    expect(
      test({ unique_id: 'test.shop.s', resource_type: 'test', name: 's' }).kind,
    ).toBe('singular');
    expect(
      test({
        unique_id: 'unit_test.shop.a.u',
        resource_type: 'unit_test',
        name: 'u',
        depends_on: { nodes: ['model.shop.a'] },
      }),
    ).toMatchObject({ kind: 'unit', attachedTo: 'model.shop.a' });
  });

  it('reads who consumes: exposures, metrics of both shapes, groups', () => {
    expect(
      read({
        unique_id: 'exposure.shop.d',
        name: 'd',
        type: 'dashboard',
        url: 'https://bi.example.com/d/1',
        owner: { name: 'Sales', email: 'a@example.com' },
        depends_on: { nodes: ['model.shop.a'] },
      }).records[0],
    ).toMatchObject({
      record: 'exposure',
      type: 'dashboard',
      url: 'https://bi.example.com/d/1',
      owner: { name: 'Sales', emails: ['a@example.com'] },
      upstream: ['model.shop.a'],
    });
    expect(
      read({
        unique_id: 'metric.shop.old',
        resource_type: 'metric',
        name: 'old',
        type: 'sum',
        sql: 'amount',
        timestamp: 'day',
        dimensions: ['store'],
      }).records[0],
    ).toMatchObject({ expression: 'amount', dimensions: ['store'] });
    expect(
      read({
        unique_id: 'metric.shop.new',
        resource_type: 'metric',
        name: 'new',
        type: 'ratio',
        type_params: { expr: 'a / b', numerator: { name: 'a' } },
      }).records[0],
    ).toMatchObject({ type: 'ratio', expression: 'a / b' });
    expect(
      read({
        unique_id: 'group.shop.sales',
        resource_type: 'group',
        name: 'sales',
        owner: { email: ['a@example.com', 'b@example.com'] },
      }).records[0],
    ).toMatchObject({
      owner: { emails: ['a@example.com', 'b@example.com'] },
    });
  });

  it('reads a semantic model, a saved query, an analysis and a function', () => {
    expect(
      read({
        unique_id: 'semantic_model.shop.orders',
        resource_type: 'semantic_model',
        name: 'orders',
        node_relation: { alias: 'fct', schema_name: 'm', database: 'd' },
        measures: [{ name: 'amount', agg: 'sum', expr: 'yen' }],
        entities: [{ name: 'order', type: 'primary' }],
        dimensions: [],
      }).records[0],
    ).toMatchObject({
      relation: { database: 'd', schema: 'm', identifier: 'fct' },
      measures: [{ name: 'amount', aggregation: 'sum', expression: 'yen' }],
    });
    expect(
      read({
        unique_id: 'saved_query.shop.q',
        resource_type: 'saved_query',
        name: 'q',
        query_params: { metrics: ['revenue'], group_by: ['day'] },
      }).records[0],
    ).toMatchObject({ metrics: ['revenue'], groupBy: ['day'] });
    for (const kind of ['analysis', 'operation', 'function'] as const) {
      expect(
        read({ unique_id: `${kind}.shop.x`, resource_type: kind, name: 'x' })
          .records[0],
      ).toMatchObject({ record: 'statement', kind });
    }
  });

  it('puts right what is not as it should be, and says where', () => {
    const { dataset: model, repairs } = dataset({
      ...MODEL,
      description: 5,
      tags: 'daily',
      meta: null,
      columns: { id: null, amount: { tags: null } },
      depends_on: null,
      deprecation_date: 'soon',
    });
    expect(model).toMatchObject({
      description: '5',
      tags: ['daily'],
      meta: {},
      upstream: [],
      deprecationDate: undefined,
    });
    expect(model.columns.map(({ name }) => name)).toEqual(['id', 'amount']);
    expect(repairs).toEqual({
      'wrong-type': 'description',
      'null-for-list': 'columns.id',
      'impossible-time': 'deprecation_date',
    });
  });

  it('gives no address that would run a script', () => {
    const { records, repairs } = read({
      unique_id: 'exposure.shop.d',
      name: 'd',
      url: ' JavaScript:alert(1)',
    });
    expect(records[0]).toMatchObject({ url: undefined });
    expect(repairs).toEqual({ 'unsafe-address': 'url' });
  });

  it('takes a column list for what it is', () => {
    const { dataset: model } = dataset({
      ...MODEL,
      columns: [{ name: 'a' }, { data_type: 'no name' }],
    });
    expect(model.columns.map(({ name }) => name)).toEqual(['a']);
  });

  it('takes the id from the key', () => {
    const { records, repairs } = read(
      { name: 'orders', resource_type: 'model' },
      { key: 'model.shop.orders' },
    );
    expect(records[0]).toMatchObject({ uniqueId: 'model.shop.orders' });
    expect(repairs).toEqual({ 'id-from-key': 'unique_id' });
  });

  it.each([
    ['no object', 'text', 'not-an-object', undefined],
    ['no id', { name: 'x' }, 'missing-field', 'unique_id'],
    ['no name', { unique_id: 'model.s.x' }, 'missing-field', 'name'],
    [
      'an unknown type',
      { unique_id: 'robot.s.x', resource_type: 'robot', name: 'x' },
      'unknown-resource-type',
      'resource_type: robot',
    ],
  ])('refuses %s', (_, value, code, field) => {
    expect(read(value)).toMatchObject({
      records: [],
      refusal: { code, field },
    });
  });
});
