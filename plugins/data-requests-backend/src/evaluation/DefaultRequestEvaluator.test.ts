import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  mayBeSent,
  previewSchema,
  targetSchema,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { ChildProcessPreviewRunner } from '../preview/ChildProcessPreviewRunner';
import {
  dailySales,
  keyOf,
  RETAIL_FILES,
  RETAIL_TARGET,
} from './__testUtils__/retailRepository';
import { RetailSamples } from './__testUtils__/RetailSamples';
import { SnapshotForge } from './__testUtils__/SnapshotForge';
import { DefaultRequestEvaluator } from './DefaultRequestEvaluator';

const logger = mockServices.logger.mock();
const preview = ChildProcessPreviewRunner.create({ logger });
afterAll(() => preview.stop());

function setup() {
  const forge = new SnapshotForge(RETAIL_FILES);
  const samples = new RetailSamples();
  const evaluator = DefaultRequestEvaluator.create({
    targets: [RETAIL_TARGET],
    forges: new Map([['local-forge', forge]]),
    sampleSources: [samples],
    preview,
    groupTitles: async refs =>
      new Map(
        refs
          .filter(ref => ref === 'group:default/sales')
          .map(ref => [ref, 'Sales']),
      ),
    logger,
  });
  const evaluate = async (
    changes: Partial<MartSpec> = {},
    options: { withSample?: boolean; signal?: AbortSignal } = {},
  ) =>
    previewSchema.parse(
      await evaluator.evaluate(dailySales(changes), {
        credentials: mockCredentials.user(),
        withSample: true,
        ...options,
      }),
    );
  return { forge, samples, evaluator, evaluate };
}

function failed(
  checks: Awaited<ReturnType<typeof previewSchema.parse>>['checks'],
) {
  return checks
    .filter(({ status }) => status === 'failed')
    .map(({ rule, severity, field }) => [rule, severity, field]);
}

describe('targets and datasets', () => {
  it('tells the house rules of a target', async () => {
    const { evaluator } = setup();
    const [target] = await evaluator.listTargets();
    expect(targetSchema.parse(target)).toMatchObject({
      id: 'data-platform',
      domains: ['sales'],
      owners: [{ entityRef: 'group:default/sales', title: 'Sales' }],
    });
    const pattern = new RegExp(target.martNamePattern);
    expect(pattern.test('fct_daily_sales')).toBe(true);
    expect(pattern.test('daily_sales')).toBe(false);
    expect(pattern.test('fct_')).toBe(false);
  });

  it('lists what a mart may read', async () => {
    const { evaluator } = setup();
    const datasets = await evaluator.listDatasets('data-platform');
    expect(
      datasets.map(({ name, layer, tier }) => [name, layer, tier]),
    ).toEqual([
      ['fct_orders', 'mart', 2],
      ['raw_orders', 'raw', 4],
      ['stg_orders', 'staging', 2],
      ['stg_stores', 'staging', 3],
    ]);
    const stores = datasets[3].columns.map(({ name, type, tier }) => [
      name,
      type,
      tier,
    ]);
    expect(stores).toEqual([
      ['store_id', 'text', 2],
      ['store_number', 'integer', 2],
      ['store_name', 'text', 2],
      ['manager_email', 'text', 3],
      ['opened_on', 'date', 3],
    ]);
    await expect(evaluator.listDatasets('x')).rejects.toThrow(NotFoundError);
  });

  it('reads a commit once, and a new one again', async () => {
    const { forge, evaluator } = setup();
    await Promise.all([
      evaluator.listDatasets('data-platform'),
      evaluator.listDatasets('data-platform'),
    ]);
    const once = forge.reads;
    await evaluator.listDatasets('data-platform');
    expect(forge.reads).toBe(once);
    forge.commitNumber = 2;
    forge.repositoryFiles = {
      ...RETAIL_FILES,
      'transform/models/marts/sales/dim_x.sql': 'select 1 as x\n',
    };
    const datasets = await evaluator.listDatasets('data-platform');
    expect(datasets.map(({ name }) => name)).toContain('dim_x');
  });

  it('knows the dataset that a request makes', async () => {
    const { evaluator, forge } = setup();
    expect(await evaluator.datasetId(dailySales())).toEqual({
      namespace: 'duckdb://demo',
      name: 'retail.marts.fct_daily_store_sales',
    });
    await expect(
      evaluator.datasetId(dailySales({ name: '../x' })),
    ).rejects.toThrow('could not be a mart');
    // Without a macro of its own the project has dbt's default names
    const { 'transform/macros/generate_schema_name.sql': _, ...files } =
      RETAIL_FILES;
    forge.repositoryFiles = files;
    forge.commitNumber = 2;
    expect(await evaluator.datasetId(dailySales())).toMatchObject({
      name: 'retail.main_marts.fct_daily_store_sales',
    });
  });
});

function measure(
  name: string,
  aggregation: Extract<MartColumn, { role: 'measure' }>['aggregation'],
  source: string,
  column?: string,
): MartColumn {
  return {
    role: 'measure',
    name,
    definition: { en: name },
    aggregation,
    source,
    ...(column === undefined ? {} : { column }),
  };
}

describe('evaluate', () => {
  it('shows rows, files, checks and reviewers of a finished spec', async () => {
    const { evaluate } = setup();
    const result = await evaluate();
    expect(failed(result.checks)).toEqual([
      ['sample-test', 'warning', 'tests.1'],
      ['sample-test', 'warning', 'tests.2'],
    ]);
    expect(mayBeSent(result.checks)).toBe(true);
    expect(result.sample).toEqual({
      status: 'available',
      columns: [
        { name: 'sales_month', type: 'date', masked: false },
        { name: 'store_id', type: 'text', masked: false },
        { name: 'net_sales', type: 'decimal', masked: false },
        { name: 'order_count', type: 'integer', masked: false },
        { name: 'average_order_value', type: 'decimal', masked: false },
      ],
      rows: [
        ['2026-01-01', 'S01', '30.50', 2, 15.25],
        ['2026-02-01', 'S02', '-3.00', 1, -3],
      ],
      truncated: false,
      sampledRowCount: 6,
    });
    expect(result.reviewers).toEqual([
      {
        handle: '@sales',
        entityRef: 'group:default/sales',
        pattern: '/transform/models/marts/sales/',
        paths: [
          'transform/models/marts/sales/fct_daily_store_sales.sql',
          'transform/models/marts/sales/fct_daily_store_sales.yml',
        ],
      },
      {
        handle: '@data-engineering',
        entityRef: 'group:default/data-engineering',
        pattern: '/transform/models/marts/sales/',
        paths: [
          'transform/models/marts/sales/fct_daily_store_sales.sql',
          'transform/models/marts/sales/fct_daily_store_sales.yml',
        ],
      },
      {
        handle: 'group:default/data-engineering',
        entityRef: 'group:default/data-engineering',
        pattern: '/transform/tests/',
        paths: [
          'transform/tests/fct_daily_store_sales_grain.sql',
          'transform/tests/fct_daily_store_sales_net_sales_not_negative.sql',
        ],
      },
    ]);
    expect(result.lowestTier).toBe(3);
    expect(result.sql).toContain("{{ ref('stg_orders') }}");
    expect(result.changeSet?.explanation[0]).toEqual({
      en: 'One row per sales_month and store_id.',
      ja: '1 行が sales_month、store_id の組み合わせ 1 つを表します。',
    });
  });

  it('gives the same bytes every time, and others for another spec', async () => {
    const { evaluate } = setup();
    const [one, two, other] = await Promise.all([
      evaluate(),
      evaluate({}, { withSample: false }),
      evaluate({ purpose: 'Other' }),
    ]);
    expect(two.changeSet).toEqual(one.changeSet);
    expect(other.changeSet?.hash).not.toBe(one.changeSet?.hash);
  });

  it('names a row that the grain does not identify', async () => {
    const { evaluate } = setup();
    const { checks } = await evaluate({ grain: ['store_id'], filters: [] });
    const grain = checks.find(({ rule }) => rule === 'sample-grain');
    expect(grain).toMatchObject({ status: 'passed' });

    const violated = await evaluate({
      joins: [],
      filters: [],
      tests: [],
      sources: [{ alias: 'orders', dataset: keyOf('staging.stg_orders') }],
      columns: [
        {
          role: 'detail',
          name: 'store_id',
          definition: { en: 'Store' },
          source: 'orders',
          column: 'store_id',
        },
      ],
      grain: ['store_id'],
    });
    expect(failed(violated.checks)).toEqual([
      ['sample-grain', 'error', 'grain'],
    ]);
    expect(
      violated.checks.find(({ rule }) => rule === 'sample-grain')?.message.en,
    ).toContain('store_id = S01 (2 rows)');
    expect(mayBeSent(violated.checks)).toBe(false);
  });

  it('warns of joins that multiply rows and of promises that do not hold', async () => {
    const { evaluate, samples } = setup();
    samples.tables = {
      ...samples.tables,
      'retail.staging.stg_stores': {
        store_id: ['S01', 'S01', 'S02'],
        store_name: ['a', 'b', null],
      },
    };
    const { checks } = await evaluate({
      filters: [],
      columns: [
        {
          role: 'detail',
          name: 'order_id',
          definition: { en: 'x' },
          source: 'orders',
          column: 'order_id',
        },
        {
          role: 'detail',
          name: 'store_name',
          definition: { en: 'x' },
          source: 'stores',
          column: 'store_name',
        },
        {
          role: 'detail',
          name: 'amount',
          definition: { en: 'x' },
          source: 'orders',
          column: 'amount',
        },
      ],
      grain: ['order_id', 'store_name'],
      tests: [
        { kind: 'not-null', column: 'store_name' },
        { kind: 'unique', column: 'order_id' },
        { kind: 'not-negative', column: 'amount' },
        { kind: 'accepted-values', column: 'store_name', values: ['a'] },
        { kind: 'accepted-values', column: 'amount', values: ['10.5'] },
      ],
    });
    expect(failed(checks)).toEqual([
      ['join-fan-out', 'warning', 'joins.0'],
      ['sample-test', 'warning', 'tests.0'],
      ['sample-test', 'warning', 'tests.1'],
      ['sample-test', 'warning', 'tests.2'],
      ['sample-test', 'warning', 'tests.3'],
      ['sample-test', 'warning', 'tests.4'],
    ]);
    const messages = checks
      .filter(
        ({ rule, status }) =>
          /^(?:sample|join)/.test(rule) && status === 'failed',
      )
      .map(({ message }) => message.en);
    expect(messages[0]).toContain(
      '4 rows become 6: one row of orders meets up to 2 of stores. Join on',
    );
    expect(messages[1]).toContain('empty in 2 rows');
    expect(messages[2]).toContain('2 values of order_id');
    expect(messages[3]).toContain('below zero in 1 rows, such as -3.00');
    expect(messages[4]).toContain('1 other values, such as b');
    expect(messages[5]).toContain('3 other values');
  });

  it('measures what each join does to the rows, one after the other', async () => {
    const { evaluate, samples } = setup();
    samples.revisionNumber = 10;
    samples.tables = {
      'retail.staging.stg_orders': {
        order_id: ['O1', 'O2', 'O3', 'O4', 'O5'],
        store_id: ['S01', 'S01', 'S02', 'S09', null],
        amount: ['1', '2', '3', '4', '5'],
      },
      'retail.staging.stg_stores': {
        store_id: ['S01', 'S02', 'S02', 'S02'],
        store_number: [1, 2, 3, 4],
      },
    };
    const on = (rightColumn: string) => [
      { leftSource: 'orders', leftColumn: 'store_id', rightColumn },
    ];
    const spec: Partial<MartSpec> = {
      sources: [
        { alias: 'orders', dataset: keyOf('staging.stg_orders') },
        { alias: 'stores', dataset: keyOf('staging.stg_stores') },
        { alias: 'again', dataset: keyOf('staging.stg_orders') },
      ],
      joins: [
        { source: 'stores', type: 'inner', on: on('store_id') },
        {
          source: 'again',
          type: 'left',
          on: [
            {
              leftSource: 'orders',
              leftColumn: 'order_id',
              rightColumn: 'order_id',
            },
            ...on('store_id'),
          ],
        },
      ],
      filters: [],
      columns: [
        measure('net_amount', 'sum', 'orders', 'amount'),
        measure('orders', 'count', 'orders'),
        measure('different', 'count-distinct', 'orders', 'order_id'),
        measure('highest', 'maximum', 'orders', 'amount'),
        measure('numbers', 'sum', 'stores', 'store_number'),
      ],
      grain: [],
      tests: [],
    };
    const { joins, checks } = await evaluate(spec);
    expect(joins).toEqual([
      { join: 0, rowsBefore: 5, rowsAfter: 5, mostMatches: 3, unmatched: 2 },
      { join: 1, rowsBefore: 5, rowsAfter: 5, mostMatches: 1, unmatched: 0 },
    ]);
    const about = checks.filter(({ rule }) => rule.startsWith('join-'));
    expect(
      about.map(({ rule, status, severity, field }) => [
        rule,
        status,
        severity,
        field,
      ]),
    ).toEqual([
      ['join-fan-out', 'failed', 'warning', 'joins.0'],
      ['join-unmatched', 'failed', 'warning', 'joins.0.type'],
      ['join-fan-out', 'passed', 'warning', 'joins.1'],
    ]);
    expect(about[0].message.en).toContain(
      'up to 3 of stores; net_amount and orders would be counted several times',
    );
    expect(about[0].message.ja).toContain('net_amount、orders が重複');
    expect(about[1].message.en).toContain(
      '2 of 5 rows of orders have no match in stores and disappear',
    );

    const [inner, again] = spec.joins ?? [];
    const kept = await evaluate({
      ...spec,
      joins: [{ ...inner, type: 'left' }, again],
    });
    expect(kept.joins[0]).toEqual({
      join: 0,
      rowsBefore: 5,
      rowsAfter: 7,
      mostMatches: 3,
      unmatched: 2,
    });
    expect(kept.joins[1]).toMatchObject({ rowsBefore: 7, rowsAfter: 7 });
    expect(failed(kept.checks).map(([rule]) => rule)).not.toContain(
      'join-unmatched',
    );
  });

  it('tells what a join does where the mart itself takes too much', async () => {
    const { evaluate, samples } = setup();
    samples.revisionNumber = 11;
    const rows = 10_000;
    samples.tables = {
      'retail.staging.stg_orders': {
        order_id: Array.from({ length: rows }, (_, i) => `O${i}`),
        store_id: Array.from({ length: rows }, () => 'S01'),
      },
      'retail.staging.stg_stores': {
        store_id: Array.from({ length: rows }, () => 'S01'),
        store_number: Array.from({ length: rows }, (_, i) => i),
      },
    };
    const { sample, joins, checks } = await evaluate({
      filters: [],
      columns: [
        measure('ids', 'count-distinct', 'orders', 'order_id'),
        {
          role: 'dimension',
          name: 'store_number',
          definition: { en: 'x' },
          source: 'stores',
          column: 'store_number',
        },
        {
          role: 'dimension',
          name: 'order_id',
          definition: { en: 'x' },
          source: 'orders',
          column: 'order_id',
        },
      ],
      grain: [],
      tests: [],
    });
    expect(sample.status).toBe('unavailable');
    expect(joins).toEqual([
      {
        join: 0,
        rowsBefore: rows,
        rowsAfter: rows * rows,
        mostMatches: rows,
        unmatched: 0,
      },
    ]);
    expect(
      checks.find(({ rule }) => rule === 'join-fan-out')?.message.en,
    ).toContain('10,000 rows become 100,000,000');
  });

  it('asks only for the columns that it reads, each revision once', async () => {
    const { evaluate, samples } = setup();
    await evaluate();
    await evaluate({ purpose: 'Other' });
    expect(samples.asked).toEqual([
      'retail.staging.stg_orders(amount,ordered_at,ordered_on,status,store_id)',
      'retail.staging.stg_stores(store_id)',
    ]);
    samples.revisionNumber = 2;
    await evaluate();
    expect(samples.asked).toHaveLength(4);
  });

  it.each<[string, (samples: RetailSamples) => void, string]>([
    [
      'is not in the warehouse',
      samples => samples.missing.add('retail.staging.stg_orders'),
      'stg_orders is not in the warehouse yet',
    ],
    [
      'cannot be read',
      samples => {
        samples.failure = new Error('secret connection string');
      },
      'could not be read',
    ],
    [
      'lacks a column',
      samples => {
        samples.tables = {
          'retail.staging.stg_orders': { order_id: ['1'] },
        };
      },
      'could not be read',
    ],
  ])('goes on where a dataset %s', async (_name, change, reason) => {
    const { evaluate, samples } = setup();
    change(samples);
    const result = await evaluate();
    expect(result.sample).toMatchObject({ status: 'unavailable' });
    expect(JSON.stringify(result.sample)).toContain(reason);
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(result.changeSet).toBeDefined();
    expect(
      result.checks
        .filter(({ status }) => status === 'not-run')
        .map(({ rule }) => rule),
    ).toEqual([
      'join-fan-out',
      'sample-grain',
      'sample-test',
      'sample-test',
      'sample-test',
    ]);
    expect(mayBeSent(result.checks)).toBe(true);
  });

  it('marks what is made of masked values and judges nothing by them', async () => {
    const { evaluate } = setup();
    const changes: Partial<MartSpec> = {
      filters: [],
      columns: [
        {
          role: 'dimension',
          name: 'manager',
          definition: { en: 'x' },
          source: 'stores',
          column: 'manager_email',
        },
        {
          role: 'measure',
          name: 'managers',
          definition: { en: 'x' },
          aggregation: 'count-distinct',
          source: 'stores',
          column: 'manager_email',
        },
        {
          role: 'derived',
          name: 'twice',
          definition: { en: 'x' },
          calculation: {
            kind: 'arithmetic',
            operation: 'multiply',
            left: { kind: 'column', name: 'managers' },
            right: { kind: 'number', value: 2 },
          },
        },
        {
          role: 'measure',
          name: 'order_count',
          definition: { en: 'x' },
          aggregation: 'count',
          source: 'orders',
        },
      ],
      grain: ['manager'],
      tests: [{ kind: 'unique', column: 'twice' }],
    };
    const result = await evaluate(changes);
    expect(result.sample).toMatchObject({
      status: 'available',
      columns: [
        { name: 'manager', masked: true },
        { name: 'managers', masked: true },
        { name: 'twice', masked: true },
        { name: 'order_count', masked: false },
      ],
      rows: [['***', 1, 2, 4]],
    });
    expect(
      result.checks
        .filter(({ status }) => status === 'not-run')
        .map(({ rule }) => rule),
    ).toEqual(['sample-grain', 'sample-test']);

    const filtered = await evaluate({
      ...changes,
      filters: [
        {
          source: 'stores',
          column: 'manager_email',
          operator: 'equals',
          values: ['a@b'],
        },
      ],
    });
    expect(filtered.sample).toMatchObject({ status: 'unavailable' });
  });

  it('says what the engine could not compute', async () => {
    const { evaluate } = setup();
    const result = await evaluate({
      joins: [],
      filters: [],
      tests: [],
      sources: [{ alias: 'orders', dataset: keyOf('staging.stg_orders') }],
      columns: [
        {
          role: 'measure',
          name: 'total',
          definition: { en: 'x' },
          aggregation: 'sum',
          source: 'orders',
          column: 'payload',
        },
      ],
      grain: [],
    });
    expect(result.sample).toMatchObject({ status: 'unavailable' });
    expect(failed(result.checks)).toContainEqual([
      'sample-query',
      'warning',
      undefined,
    ]);
  });

  it('makes of an unfinished spec what can be made of it', async () => {
    const { evaluate } = setup();
    const unnamed = await evaluate({ name: '', grain: [], tests: [] });
    expect(unnamed.sample.status).toBe('available');
    expect(unnamed.sql).toBeDefined();
    expect(unnamed.changeSet).toBeUndefined();
    const empty = await evaluate({ columns: [], grain: [], tests: [] });
    expect(empty.sample.status).toBe('unavailable');
    expect(empty).not.toHaveProperty('sql');
  });

  it('refuses files outside of what the target allows', async () => {
    const { forge } = setup();
    const evaluator = DefaultRequestEvaluator.create({
      targets: [{ ...RETAIL_TARGET, allowedPaths: ['transform/models/marts'] }],
      forges: new Map([['local-forge', forge]]),
      sampleSources: [],
      preview,
      groupTitles: async () => {
        throw new Error('The catalog is down');
      },
      logger,
    });
    const { checks, sample } = await evaluator.evaluate(dailySales(), {
      credentials: mockCredentials.user(),
      withSample: true,
    });
    expect(failed(checks)).toEqual([['path-not-allowed', 'error', undefined]]);
    expect(sample.status).toBe('unavailable');
  });

  it('stops for whoever does not wait any more, and knows its targets', async () => {
    const { evaluate, evaluator } = setup();
    await expect(
      evaluate({}, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await expect(evaluate({ target: 'x' })).rejects.toThrow(NotFoundError);
    await expect(
      evaluator.datasetId(dailySales({ target: 'x' })),
    ).rejects.toThrow("There is no target 'x'");
  });
});
