import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { parse } from 'yaml';
import {
  dailySales,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { generateMart } from './generateMart';

/** With everything that a mart may have beside its columns and tests. */
const EXTENDED: MartSpec = dailySales({
  partition: { column: 'sales_month', grain: 'month' },
  consumers: [
    {
      kind: 'dashboard',
      name: 'Morning "meeting" {{ x }}',
      url: ' https://bi.example/1?a={{ x }} ',
      exposure: true,
    },
    { kind: 'notebook', name: 'Not an exposure', exposure: false },
    { kind: 'ml', name: '需要予測', exposure: true },
  ],
  unitTest: {
    given: [
      {
        source: 'orders',
        columns: ['amount', 'ordered_at', 'ordered_on', 'status', 'store_id'],
        rows: [
          ['10.50', '2026-01-05T09:00:00', '2026-01-05', 'completed', "S'01"],
          [null, '2026-01-06T09:00:00', '2026-01-06', '{{ x }}\n', '\\'],
        ],
      },
      { source: 'stores', columns: ['store_id'], rows: [] },
    ],
    expected: {
      columns: [
        'sales_month',
        'store_id',
        'net_sales',
        'order_count',
        'average_order_value',
      ],
      rows: [['2026-01-01', "S'01", '10.50', 1, 10.5]],
    },
  },
});

describe('generateMart', () => {
  it('writes a model, its properties and its tests as people would', async () => {
    const changeSet = generateMart(dailySales(), await retailView());
    const text = changeSet.files
      .map(file =>
        file.action === 'create' ? `== ${file.path}\n${file.content}` : '',
      )
      .join('\n');
    expect(text).toMatchSnapshot();
    expect(changeSet.files.map(file => file.path)).toEqual([
      'transform/models/marts/sales/fct_daily_store_sales.sql',
      'transform/models/marts/sales/fct_daily_store_sales.yml',
      'transform/tests/fct_daily_store_sales_grain.sql',
      'transform/tests/fct_daily_store_sales_net_sales_not_negative.sql',
    ]);
  });

  it('writes a partition, exposures and a unit test beside it', async () => {
    const { files, explanation } = generateMart(EXTENDED, await retailView());
    expect(
      files
        .filter(({ path }) => path.endsWith('.yml'))
        .map(file =>
          file.action === 'create' ? `== ${file.path}\n${file.content}` : '',
        )
        .join('\n'),
    ).toMatchSnapshot();
    expect(explanation).toMatchSnapshot();
  });

  it('adds the unit test to a file of the folder, the exposures never', async () => {
    const path = 'transform/models/marts/sales/_sales__models.yml';
    const { files } = generateMart(
      EXTENDED,
      await retailView({
        files: {
          'transform/models/marts/sales/fct_orders.yml': 'version: 2\n',
          [path]: `version: 2\nmodels:\n  - name: fct_orders\n`,
        },
      }),
    );
    expect(files.map(file => `${file.action} ${file.path}`)).toEqual([
      `update ${path}`,
      'create transform/models/marts/sales/fct_daily_store_sales.sql',
      'create transform/models/marts/sales/fct_daily_store_sales_exposures.yml',
      'create transform/tests/fct_daily_store_sales_grain.sql',
      'create transform/tests/fct_daily_store_sales_net_sales_not_negative.sql',
    ]);
    const [shared] = files;
    const content = parse(shared.action === 'update' ? shared.content : '');
    expect(content.models).toHaveLength(2);
    expect(content.unit_tests).toHaveLength(1);
  });

  it('makes no exposure of a reader who is not to be one, nor a link of no address', async () => {
    const [consumer] = dailySales().consumers;
    const { files } = generateMart(
      dailySales({
        consumers: [
          { ...consumer, exposure: false },
          { ...consumer, name: ' ', exposure: true },
          {
            ...consumer,
            kind: 'application',
            url: 'data:text/html,<script>alert(1)</script>',
            exposure: true,
          },
        ],
        owner: 'group:default/nobody',
      }),
      await retailView(),
    );
    const file = files.find(({ path }) => path.endsWith('_exposures.yml'));
    expect(parse(file?.action === 'create' ? file.content : '')).toEqual({
      version: 2,
      exposures: [
        {
          name: 'fct_daily_store_sales_application_3',
          label: 'Morning meeting',
          type: 'application',
          maturity: 'low',
          owner: { name: 'sales' },
          depends_on: ["ref('fct_daily_store_sales')"],
        },
      ],
    });
  });
});

describe('the layout of the rows', () => {
  it.each([
    [
      'bigquery',
      'sales_month',
      {
        partition_by: {
          field: 'sales_month',
          data_type: 'date',
          granularity: 'month',
        },
      },
      'a query for one month reads only that month',
    ],
    [
      'bigquery',
      'first_time',
      {
        partition_by: {
          field: 'first_time',
          data_type: 'timestamp',
          granularity: 'month',
        },
      },
      'reads only that month',
    ],
    [
      'snowflake',
      'sales_month',
      { cluster_by: ["cast(date_trunc('month', sales_month) as date)"] },
      'together',
    ],
    ['duckdb', 'sales_month', {}, 'recorded only'],
    ['postgres', 'sales_month', {}, 'recorded only'],
  ] as const)('of %s by %s', async (dialect, column, config, explained) => {
    const { files, explanation } = generateMart(
      dailySales({
        columns: [
          ...dailySales().columns,
          {
            role: 'measure',
            name: 'first_time',
            definition: {},
            aggregation: 'minimum',
            source: 'orders',
            column: 'ordered_at',
          },
        ],
        partition: { column, grain: 'month' },
      }),
      await retailView({ target: { dialect } }),
    );
    const [, yaml] = files;
    const [model] = parse(yaml.action === 'create' ? yaml.content : '').models;
    const { partition_by, cluster_by, meta } = model.config;
    expect({
      ...(partition_by && { partition_by }),
      ...(cluster_by && { cluster_by }),
    }).toEqual(config);
    expect(meta.partition).toEqual(
      Object.keys(config).length > 0 ? undefined : { column, grain: 'month' },
    );
    expect(explanation.map(({ en }) => en).join('\n')).toContain(explained);
  });

  it('needs no function for single days of a date', async () => {
    const view = await retailView({ target: { dialect: 'snowflake' } });
    const [, yaml] = generateMart(
      dailySales({ partition: { column: 'sales_month', grain: 'day' } }),
      view,
    ).files;
    const [model] = parse(yaml.action === 'create' ? yaml.content : '').models;
    expect(model.config.cluster_by).toEqual(['sales_month']);
  });
});
