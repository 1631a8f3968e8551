import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  martUnitTestSchema,
  mayBeSent,
  type MartSpec,
  type MartUnitTest,
} from '@suido/backstage-plugin-data-requests-common';
import { parse } from 'yaml';
import { ChildProcessPreviewRunner } from '../preview/ChildProcessPreviewRunner';
import type { TargetConfig } from '../targets/TargetConfig';
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
const credentials = mockCredentials.user();

function setup(target: Partial<TargetConfig> = {}) {
  const samples = new RetailSamples();
  const evaluator = DefaultRequestEvaluator.create({
    targets: [{ ...RETAIL_TARGET, ...target }],
    forges: new Map([['local-forge', new SnapshotForge(RETAIL_FILES)]]),
    sampleSources: [samples],
    preview,
    groupTitles: async refs => new Map(refs.map(ref => [ref, ref])),
    logger,
  });
  const propose = async (changes: Partial<MartSpec> = {}) =>
    (await evaluator.proposeUnitTest(dailySales(changes), { credentials }))
      .proposal;
  const confirmed = async (changes: Partial<MartSpec> = {}) => {
    const proposal = await propose(changes);
    if (proposal.status !== 'available') {
      throw new Error(proposal.reason.en);
    }
    return martUnitTestSchema.parse(proposal.unitTest);
  };
  const evaluate = (
    changes: Partial<MartSpec>,
    options: { withSample?: boolean } = {},
  ) =>
    evaluator.evaluate(dailySales(changes), {
      credentials,
      withSample: true,
      ...options,
    });
  return { samples, evaluator, propose, confirmed, evaluate };
}

/** What the checks say of the example, and whether the files have it. */
function verdict({
  checks,
  changeSet,
}: Awaited<ReturnType<ReturnType<typeof setup>['evaluate']>>) {
  const files = changeSet?.files ?? [];
  return {
    checks: checks
      .filter(({ rule }) => rule.startsWith('unit-test'))
      .map(({ rule, status, field }) => `${rule} ${status} ${field}`),
    isWritten: files.some(
      file => file.action === 'create' && file.content.includes('unit_tests:'),
    ),
  };
}

describe('a proposed example', () => {
  it('has rows of several groups, and one that the filters leave out', async () => {
    const { evaluator } = setup();
    const answer = await evaluator.proposeUnitTest(dailySales(), {
      credentials,
    });
    expect(answer).toEqual({
      lowestTier: 3,
      proposal: {
        status: 'available',
        unitTest: {
          given: [
            {
              source: 'orders',
              columns: [
                'amount',
                'ordered_at',
                'ordered_on',
                'status',
                'store_id',
              ],
              rows: [
                [
                  '10.50',
                  '2026-01-05T09:00:00',
                  '2026-01-05',
                  'completed',
                  'S01',
                ],
                [
                  '20.00',
                  '2026-01-31T23:59:59',
                  '2026-01-31',
                  'completed',
                  'S01',
                ],
                [
                  '-3.00',
                  '2026-02-01T00:00:00',
                  '2026-02-01',
                  'returned',
                  'S02',
                ],
                [
                  '7.25',
                  '2026-02-03T10:00:00',
                  '2026-02-03',
                  "cancel'ed",
                  'S02',
                ],
              ],
            },
            {
              source: 'stores',
              columns: ['store_id'],
              rows: [['S01'], ['S02']],
            },
          ],
          expected: {
            columns: [
              'sales_month',
              'store_id',
              'net_sales',
              'order_count',
              'average_order_value',
            ],
            rows: expect.arrayContaining([
              ['2026-01-01', 'S01', '30.50', 2, 15.25],
              ['2026-02-01', 'S02', '-3.00', 1, -3],
            ]),
          },
        },
      },
    });
  });

  it('has few rows, however many there are, and the same every time', async () => {
    const { samples, confirmed } = setup();
    samples.revisionNumber = 10;
    const count = 3_000;
    const list = <T>(of: (index: number) => T) =>
      Array.from({ length: count }, (_, index) => of(index));
    samples.tables = {
      'retail.staging.stg_orders': {
        order_id: list(index => `O${index}`),
        store_id: list(index => `S${index % 7}`),
        status: list(index => (index % 3 === 0 ? 'completed' : 'open')),
        ordered_at: list(() => '2026-01-05 09:00:00'),
        ordered_on: list(() => '2026-01-05'),
        amount: list(index => `${index}.00`),
      },
      'retail.staging.stg_stores': {
        store_id: list(index => `S${index % 7}`),
      },
    };
    const test = await confirmed();
    expect(test.given[0].rows).toHaveLength(5);
    expect(test.given[1].rows.length).toBeLessThanOrEqual(10);
    expect(test.expected.rows.length).toBeGreaterThanOrEqual(2);
    const statuses = test.given[0].rows.map(row => row[3]);
    expect(statuses.filter(status => status === 'completed')).toHaveLength(4);
    expect(statuses).toContain('open');
    expect(await confirmed()).toEqual(test);
  });

  it('reads a dataset that stands twice under its first name', async () => {
    const { confirmed, evaluate } = setup();
    const changes: Partial<MartSpec> = {
      sources: [
        { alias: 'orders', dataset: keyOf('staging.stg_orders') },
        { alias: 'others', dataset: keyOf('staging.stg_orders') },
      ],
      joins: [
        {
          source: 'others',
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
      filters: [],
      columns: [
        {
          role: 'detail',
          name: 'order_id',
          definition: {},
          source: 'orders',
          column: 'order_id',
        },
        {
          role: 'detail',
          name: 'other_id',
          definition: {},
          source: 'others',
          column: 'order_id',
        },
      ],
      grain: ['order_id', 'other_id'],
      tests: [],
    };
    const unitTest = await confirmed(changes);
    expect(unitTest.given).toEqual([
      {
        source: 'orders',
        columns: ['order_id', 'store_id'],
        rows: expect.arrayContaining([['O1', 'S01']]),
      },
    ]);
    expect(verdict(await evaluate({ ...changes, unitTest }))).toEqual({
      checks: ['unit-test-outdated passed unitTest'],
      isWritten: true,
    });
  });

  it.each<[string, Partial<MartSpec>, string]>([
    ['is unfinished', { columns: [] }, 'marked fields'],
    [
      'reads confidential values',
      {
        filters: [
          {
            source: 'stores',
            column: 'manager_email',
            operator: 'is-not-empty',
            values: [],
          },
        ],
      },
      'stores.manager_email is confidential',
    ],
    [
      'keeps no sample row',
      {
        filters: [
          {
            source: 'orders',
            column: 'status',
            operator: 'equals',
            values: ['gone'],
          },
        ],
      },
      'No sample row passes the filters',
    ],
    [
      'fails',
      {
        columns: [
          {
            role: 'measure',
            name: 'total',
            definition: {},
            aggregation: 'sum',
            source: 'orders',
            column: 'payload',
          },
        ],
      },
      'cannot be computed',
    ],
  ])('is not there where the mart %s', async (_name, changes, reason) => {
    const proposal = await setup().propose(changes);
    expect(proposal).toMatchObject({
      status: 'unavailable',
      reason: { en: expect.stringContaining(reason) },
    });
  });

  it('is not there without sample rows, or for an unknown target', async () => {
    const { samples, propose } = setup();
    samples.missing.add('retail.staging.stg_orders');
    expect(await propose()).toMatchObject({
      status: 'unavailable',
      reason: { en: 'stg_orders is not in the warehouse yet.' },
    });
    await expect(propose({ target: 'x' })).rejects.toThrow(NotFoundError);
  });

  it('is no longer computed once nobody waits', async () => {
    await expect(
      setup().evaluator.proposeUnitTest(dailySales(), {
        credentials,
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a confirmed example', () => {
  it('becomes a unit test of dbt that holds', async () => {
    const { confirmed, evaluate } = setup();
    const unitTest = await confirmed();
    const result = await evaluate({ unitTest });
    expect(verdict(result)).toEqual({
      checks: ['unit-test-outdated passed unitTest'],
      isWritten: true,
    });
    expect(mayBeSent(result.checks)).toBe(true);
    const file = result.changeSet?.files.find(({ path }) =>
      path.endsWith('.yml'),
    );
    const { unit_tests: tests } = parse(
      file?.action === 'create' ? file.content : '',
    );
    expect(tests).toMatchObject([
      {
        name: 'fct_daily_store_sales_example',
        model: 'fct_daily_store_sales',
        given: [
          {
            input: "ref('stg_orders')",
            rows: expect.arrayContaining([
              {
                amount: '7.25',
                ordered_at: '2026-02-03T10:00:00',
                ordered_on: '2026-02-03',
                status: "cancel'ed",
                store_id: 'S02',
              },
            ]),
          },
          {
            input: "ref('stg_stores')",
            rows: [{ store_id: 'S01' }, { store_id: 'S02' }],
          },
        ],
        expect: {
          rows: expect.arrayContaining([
            {
              sales_month: '2026-01-01',
              store_id: 'S01',
              net_sales: '30.50',
              order_count: 2,
              average_order_value: '15.25',
            },
          ]),
        },
      },
    ]);
  });

  it('may come in another order, and with numbers as others write them', async () => {
    const { confirmed, evaluate } = setup();
    const { given, expected } = await confirmed();
    const unitTest: MartUnitTest = {
      given: [...given].reverse().map(({ source, columns, rows }) => ({
        source,
        columns: [...columns].reverse(),
        rows: rows.map(row => [...row].reverse()),
      })),
      expected: {
        ...expected,
        rows: [...expected.rows]
          .reverse()
          .map(row => row.map(value => (value === '30.50' ? 30.5 : value))),
      },
    };
    expect(verdict(await evaluate({ unitTest }))).toEqual({
      checks: ['unit-test-outdated passed unitTest'],
      isWritten: true,
    });
  });

  it.each<[string, (test: MartUnitTest) => Partial<MartSpec>]>([
    [
      'gives something else now',
      () => ({
        filters: dailySales().filters.map(filter => ({
          ...filter,
          ...(filter.operator === 'one-of' ? { values: ['returned'] } : {}),
        })),
      }),
    ],
    [
      'has too many rows',
      ({ given, expected }) => ({
        unitTest: {
          given,
          expected: { ...expected, rows: [...expected.rows, expected.rows[0]] },
        },
      }),
    ],
  ])('must be confirmed again where it %s', async (_name, change) => {
    const { confirmed, evaluate } = setup();
    const unitTest = await confirmed();
    const result = await evaluate({ unitTest, ...change(unitTest) });
    expect(verdict(result)).toEqual({
      checks: ['unit-test-outdated failed unitTest'],
      isWritten: true,
    });
    expect(mayBeSent(result.checks)).toBe(false);
    expect(
      result.checks.find(({ rule }) => rule === 'unit-test-outdated')?.message
        .en,
    ).toContain('Confirm the example rows again');
  });

  it.each<[string, (test: MartUnitTest) => Partial<MartSpec>, string[]]>([
    [
      'lacks a column that the mart reads now',
      () => ({
        filters: [
          {
            source: 'orders',
            column: 'is_gift',
            operator: 'is-not-empty',
            values: [],
          },
        ],
      }),
      ['unit-test-outdated failed unitTest'],
    ],
    [
      'lacks a column of the mart',
      () => ({
        columns: dailySales()
          .columns.map(column =>
            column.name === 'order_count'
              ? { ...column, name: 'orders_n' }
              : column,
          )
          .slice(0, 4),
      }),
      ['unit-test-outdated failed unitTest'],
    ],
    [
      'is of other datasets',
      ({ given, expected }) => ({ unitTest: { given: [given[0]], expected } }),
      ['unit-test-outdated failed unitTest'],
    ],
    [
      'gives a dataset twice',
      ({ given, expected }) => ({
        unitTest: { given: [given[0], given[0]], expected },
      }),
      ['unit-test-outdated failed unitTest'],
    ],
    [
      'has a row that is too short',
      ({ given, expected }) => ({
        unitTest: { given, expected: { ...expected, rows: [['2026-01-01']] } },
      }),
      ['unit-test-outdated failed unitTest'],
    ],
    [
      'expects nothing',
      ({ given, expected }) => ({
        unitTest: { given, expected: { ...expected, rows: [] } },
      }),
      ['unit-test-empty failed unitTest'],
    ],
    [
      'holds values that do not fit',
      ({ given: [orders, stores], expected }) => ({
        unitTest: {
          given: [
            { ...orders, rows: [['ten', '2026-01-05', 'today', 1, 'S\r01']] },
            stores,
          ],
          expected,
        },
      }),
      Array.from(
        { length: 5 },
        () => 'unit-test-value failed unitTest.given.0.rows.0',
      ),
    ],
    [
      'would copy confidential values',
      ({ given: [orders, stores], expected }) => ({
        filters: [
          ...dailySales().filters,
          {
            source: 'stores',
            column: 'manager_email',
            operator: 'is-not-empty',
            values: [],
          },
        ],
        unitTest: {
          given: [
            orders,
            {
              ...stores,
              columns: ['manager_email', 'store_id'],
              rows: [['***', 'S01']],
            },
          ],
          expected,
        },
      }),
      ['unit-test-confidential failed unitTest.given.1'],
    ],
  ])('is left out of the files where it %s', async (_name, change, checks) => {
    const { confirmed, evaluate } = setup();
    const unitTest = await confirmed();
    const result = await evaluate({ unitTest, ...change(unitTest) });
    expect(verdict(result)).toEqual({ checks, isWritten: false });
    expect(mayBeSent(result.checks)).toBe(false);
  });

  it('is checked where nobody has sample rows', async () => {
    const { confirmed, evaluate, samples } = setup();
    const unitTest = await confirmed();
    samples.failure = new Error('down');
    samples.revisionNumber = 2;
    const result = await evaluate({ unitTest });
    expect(result.sample.status).toBe('unavailable');
    expect(verdict(result).checks).toEqual([
      'unit-test-outdated passed unitTest',
    ]);
  });

  it('is not computed where nothing is to be computed', async () => {
    const { confirmed, evaluate } = setup();
    const unitTest = await confirmed();
    const result = await evaluate({ unitTest }, { withSample: false });
    expect(verdict(result)).toEqual({
      checks: ['unit-test-outdated not-run unitTest'],
      isWritten: true,
    });
    expect(mayBeSent(result.checks)).toBe(true);
  });
});
