import { mockServices } from '@backstage/backend-test-utils';
import type {
  InputDataset,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import { FakeEvaluator, martSpec } from '../__testUtils__/FakeEvaluator';
import { newRequest } from '../__testUtils__/storedRequest';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import type { ReadableRequests } from '../database/narrowToReadableRequests';
import { openDatabase } from '../database/openDatabase';
import { RequestStore } from '../database/RequestStore';
import type { NewRequest } from '../database/StoredRequest';
import type { MartDescription } from '../evaluation/describeMarts';
import { DuplicateFinder } from './DuplicateFinder';

const { databases, describeEach } = createTestDatabases();

const ORDERS = 'int-orders-0123456789';
const STORES = 'dim-stores-0123456789';
const INT_ORDERS: InputDataset = {
  key: ORDERS,
  id: { namespace: 'duckdb://demo', name: 'retail.main.int_orders' },
  name: 'int_orders',
  layer: 'intermediate',
  definition: {},
  tier: 2,
  columns: [],
};
const BELOW_TIER_3: ReadableRequests = { property: 'tier', below: 3 };

const sales = (overrides: Partial<MartSpec> = {}) =>
  martSpec({
    sources: [{ alias: 'orders', dataset: ORDERS }],
    columns: [
      {
        role: 'dimension',
        name: 'store_id',
        definition: {},
        source: 'orders',
        column: 'store_id',
      },
    ],
    grain: ['store_id'],
    ...overrides,
  });

const existing = (
  name: string,
  overrides: Partial<MartDescription> = {},
): MartDescription => ({
  key: `${name.replace(/_/g, '-')}-0123456789`,
  name,
  definition: { en: 'One row per day', ja: '一日一行' },
  question: 'How much do we sell per day?',
  purpose: 'Weekly sales meeting',
  owner: 'group:default/sales',
  sources: [{ key: ORDERS, name: 'int_orders' }],
  columns: ['store_id'],
  ...overrides,
});

describeEach('DuplicateFinder', databaseId => {
  let knex: Knex;
  let store: RequestStore;
  let evaluator: FakeEvaluator;
  let finder: DuplicateFinder;
  const logger = mockServices.logger.mock();
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    store = new RequestStore(knex);
    evaluator = new FakeEvaluator();
    finder = new DuplicateFinder({ knex, evaluator, logger });
  });

  const ask = async (id: string, overrides: Partial<NewRequest> = {}) => {
    const spec = overrides.spec ?? sales({ name: `fct_${id.toLowerCase()}` });
    await store.insert(
      newRequest(id, { datasetKey: id, name: spec.name, spec, ...overrides }),
    );
    return store.get(id);
  };
  const subjects = async (
    options: Parameters<DuplicateFinder['find']>[1] = { readable: 'all' },
    spec = sales(),
  ) => (await finder.find(spec, options)).map(({ subject }) => subject);

  it('finds marts and open requests, most alike first, at most five', async () => {
    evaluator.marts = [
      existing('fct_z'),
      existing('fct_other', {
        definition: { en: 'Members' },
        question: 'Who are our members?',
        purpose: '',
        sources: [],
        columns: ['member_id'],
      }),
      existing('fct_less', { columns: ['store_id', 'a', 'b', 'c'] }),
    ];
    jest.spyOn(evaluator, 'listDatasets').mockResolvedValue([INT_ORDERS]);
    const same = await ask('R1');
    const found = await finder.find(sales(), { readable: 'all' });
    expect(found.map(({ subject, name }) => [subject, name])).toEqual([
      ['request:R1', 'fct_r1'],
      ['dataset:fct-z-0123456789', 'fct_z'],
      ['dataset:fct-less-0123456789', 'fct_less'],
    ]);
    expect(found[0]).toEqual({
      subject: 'request:R1',
      kind: 'request',
      name: 'fct_r1',
      description: { en: 'One row per day', ja: '一日一行' },
      number: same.number,
      owner: 'group:default/sales',
      score: expect.any(Number),
      reasons: expect.arrayContaining([
        {
          en: 'Reads the same dataset: int_orders',
          ja: '同じデータセットを使います: int_orders',
        },
      ]),
    });
    expect(found[1]).not.toHaveProperty('summary');
    for (const id of ['R2', 'R3', 'R4', 'R5']) {
      await ask(id);
    }
    // Of equals by name
    expect(await subjects()).toEqual([
      'request:R1',
      'request:R2',
      'request:R3',
      'request:R4',
      'request:R5',
    ]);
  });

  it('asks the repository anew only when it moved', async () => {
    const marts = [existing('fct_a')];
    evaluator.marts = marts;
    expect(await subjects()).toEqual(['dataset:fct-a-0123456789']);
    marts.push(existing('fct_b'));
    expect(await subjects()).toEqual(['dataset:fct-a-0123456789']);
    evaluator.marts = [...marts];
    expect(await subjects()).toHaveLength(2);
  });

  it('compares open requests of the target, not itself and not what ended', async () => {
    await ask('R1');
    await ask('R2', { target: 'elsewhere' });
    await ask('R3');
    for (const [id, state] of [
      ['R4', 'withdrawn'],
      ['R5', 'merged'],
    ] as const) {
      await ask(id);
      await store.change(id, () => ({ patch: { state } }));
    }
    await ask('R6');
    await knex('requests')
      .where({ id: 'R6' })
      .update({ spec: JSON.stringify({ ...sales(), version: 3 }) });
    expect(await subjects()).toEqual(['request:R1', 'request:R3']);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('R6'));
    expect(await subjects({ readable: 'all', revises: 'R1' })).toEqual([
      'request:R3',
    ]);
  });

  it('lets nothing depend on a request that the reader may not see', async () => {
    await ask('R1', { spec: sales({ name: 'fct_open', purpose: 'Other' }) });
    const before = await finder.find(sales(), { readable: BELOW_TIER_3 });
    expect(before.map(({ subject }) => subject)).toEqual(['request:R1']);
    const fetched: unknown[] = [];
    knex.on('query-response', (response: { rows?: unknown[] } | unknown[]) => {
      fetched.push(
        ...(Array.isArray(response) ? response : response.rows ?? []),
      );
    });
    await ask('H', { spec: sales({ purpose: 'Secret' }), tier: 3 });
    await knex.raw(
      `insert into requests (
         id, draft_id, dataset_key, kind, target, name, title, state, requester,
         authors, owner, domain, tier, spec, spec_hash, evaluation,
         dataset_namespace, dataset_name)
       select 'H' || n, 'H' || n, 'H' || n, kind, target, name, title, state,
              requester, authors, owner, domain, tier, spec, spec_hash,
              evaluation, dataset_namespace, dataset_name
         from requests, generate_series(1, 250) n where id = 'H'`,
    );
    fetched.length = 0;
    expect(await finder.find(sales(), { readable: BELOW_TIER_3 })).toEqual(
      before,
    );
    expect(JSON.stringify(fetched)).toContain('fct_open');
    expect(JSON.stringify(fetched)).not.toContain('Secret');
    expect(await subjects({ readable: 'none' })).toEqual([]);
    expect((await subjects())[0]).toMatch(/^request:H/);
    expect(
      await finder.score({ kind: 'request', id: 'H1' }, sales(), BELOW_TIER_3),
    ).toBeUndefined();
    expect(
      await finder.score({ kind: 'request', id: 'H1' }, sales(), 'all'),
    ).toBeGreaterThan(0.75);
  });

  it('compares with those that share sources where there are too many', async () => {
    evaluator.marts = [
      ...Array.from({ length: 300 }, (_, index) =>
        existing(`fct_a${index}`, {
          sources: [{ key: STORES, name: 'dim_stores' }],
        }),
      ),
      existing('fct_z'),
    ];
    await ask('R1');
    for (let each = 0; each < 220; each += 1) {
      await ask(`S${each}`, {
        spec: sales({ sources: [{ alias: 's', dataset: STORES }] }),
      });
    }
    const found = await finder.find(sales(), { readable: 'all' });
    expect(found.slice(0, 2).map(({ subject }) => subject)).toEqual([
      'request:R1',
      'dataset:fct-z-0123456789',
    ]);
  });
});
