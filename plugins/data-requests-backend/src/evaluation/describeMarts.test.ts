import { mockServices } from '@backstage/backend-test-utils';
import { dbtDialect } from '../generator/martModelSql';
import { grainTestSql } from '../generator/singularTests';
import {
  keyOf,
  RETAIL_FILES,
  RETAIL_TARGET,
  retailView,
  snapshotOf,
} from './__testUtils__/retailRepository';
import { RetailSamples } from './__testUtils__/RetailSamples';
import { SnapshotForge } from './__testUtils__/SnapshotForge';
import { DefaultRequestEvaluator } from './DefaultRequestEvaluator';
import { describeMarts } from './describeMarts';

const MARTS = 'transform/models/marts/sales';

async function marts(files: Readonly<Record<string, string>>) {
  const described = await describeMarts({
    view: await retailView({ files }),
    snapshot: snapshotOf({ ...RETAIL_FILES, ...files }),
  });
  return new Map(described.map(mart => [mart.name, mart]));
}

const properties = (name: string, more: string) =>
  `version: 2\nmodels:\n  - name: ${name}\n${more
    .trim()
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n')}\n`;

describe('describeMarts', () => {
  it('tells what a mart answers, reads and has, and what a row stands for', async () => {
    const found = await marts({
      [`${MARTS}/fct_daily.sql`]:
        "select * from {{ ref('stg_orders') }} join {{ ref('stg_stores') }} using (store_id)\n",
      [`${MARTS}/fct_daily.yml`]: properties(
        'fct_daily',
        `
description: Sales per day.
config:
  group: sales
  meta: {question: "How much, 毎日?", purpose: Morning meeting, description_ja: 日次売上です。}
columns:
  - {name: ordered_on, data_type: date, data_tests: [not_null]}
  - {name: code, data_type: varchar, data_tests: [not_null, {unique: {config: {severity: warn}}}]}
`,
      ),
    });
    expect(found.get('fct_daily')).toEqual({
      key: keyOf('marts.fct_daily'),
      name: 'fct_daily',
      definition: { en: 'Sales per day.', ja: '日次売上です。' },
      question: 'How much, 毎日?',
      purpose: 'Morning meeting',
      owner: 'group:default/sales',
      sources: [
        { key: keyOf('staging.stg_orders'), name: 'stg_orders' },
        { key: keyOf('staging.stg_stores'), name: 'stg_stores' },
      ],
      columns: ['ordered_on', 'code'],
      grain: ['code'],
    });
    // Only marts, by name
    expect([...found.keys()]).toEqual(['fct_daily', 'fct_orders']);
    expect(found.get('fct_orders')).not.toHaveProperty('grain');
  });

  it.each([
    [
      'arguments',
      '{arguments: {combination_of_columns: [store_id, ordered_on]}}',
    ],
    ['the older spelling', '{combination_of_columns: [store_id, ordered_on]}'],
  ])(
    'reads the grain of several columns from dbt_utils (%s)',
    async (_, is) => {
      const found = await marts({
        [`${MARTS}/fct_orders.yml`]: properties(
          'fct_orders',
          `data_tests: [{dbt_utils.unique_combination_of_columns: ${is}}]`,
        ),
      });
      expect(found.get('fct_orders')?.grain).toEqual([
        'store_id',
        'ordered_on',
      ]);
    },
  );

  it("reads the grain from the portal's own test file, and from no other", async () => {
    const text = grainTestSql(
      'fct_orders',
      ['store_id', 'ordered_on'],
      dbtDialect('duckdb'),
    );
    const path = 'transform/tests/fct_orders_grain.sql';
    expect((await marts({ [path]: text })).get('fct_orders')?.grain).toEqual([
      'store_id',
      'ordered_on',
    ]);
    for (const other of [text.replace('> 1', '> 2'), '', 'select 1']) {
      const found = await marts({ [path]: other });
      expect(found.get('fct_orders')).not.toHaveProperty('grain');
    }
  });

  it('shows no private mart, and not that a mart reads a private dataset', async () => {
    const found = await marts({
      [`${MARTS}/fct_hidden.sql`]: 'select 1 as x\n',
      [`${MARTS}/fct_hidden.yml`]: properties(
        'fct_hidden',
        'config: {group: sales, access: private}',
      ),
      [`${MARTS}/fct_orders.sql`]:
        "select * from {{ ref('stg_orders') }}, {{ ref('stg_secret') }}\n",
    });
    expect([...found.keys()]).toEqual(['fct_orders']);
    expect(found.get('fct_orders')?.sources).toEqual([
      { key: keyOf('staging.stg_orders'), name: 'stg_orders' },
    ]);
  });

  it('survives what nobody should write', async () => {
    const found = await marts({
      [`${MARTS}/fct_orders.yml`]: properties(
        'fct_orders',
        `
description: 7
meta: {question: {a: 1}}
config: [1]
data_tests: {unique: true}
columns:
  - {name: 5, data_tests: unique}
  - {name: a, data_tests: [null, 1, [unique]]}
`,
      ),
      [`${MARTS}/other.yml`]: 'models: [1, {name: x}, [',
    });
    expect(found.get('fct_orders')).toMatchObject({ name: 'fct_orders' });
    expect(found.get('fct_orders')).not.toHaveProperty('grain');
    expect(found.get('fct_orders')).not.toHaveProperty('question');
  });

  it('is asked once for each commit', async () => {
    const forge = new SnapshotForge(RETAIL_FILES);
    const evaluator = DefaultRequestEvaluator.create({
      targets: [RETAIL_TARGET],
      forges: new Map([['local-forge', forge]]),
      sampleSources: [new RetailSamples()],
      preview: {
        run: async () => {
          throw new Error('no rows are needed');
        },
        stop: async () => {},
      },
      groupTitles: async () => new Map(),
      logger: mockServices.logger.mock(),
    });
    const first = await evaluator.listMarts('data-platform');
    expect(await evaluator.listMarts('data-platform')).toBe(first);
    forge.repositoryFiles = {
      ...RETAIL_FILES,
      [`${MARTS}/fct_new.sql`]: 'select 1 as x\n',
    };
    forge.commitNumber = 2;
    expect(
      (await evaluator.listMarts('data-platform')).map(({ name }) => name),
    ).toEqual(['fct_new', 'fct_orders']);
    await expect(evaluator.listMarts('elsewhere')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
