import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { FakeEvaluator, martSpec } from '../__testUtils__/FakeEvaluator';
import { FakeForge } from '../__testUtils__/FakeForge';
import { forgeModule, startPlugin } from '../__testUtils__/startPlugin';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { createDataRequestsPlugin } from '../createPlugin';

const { databases, describeEach } = createTestDatabases();

describeEach('example rows over HTTP', databaseId => {
  let knex: Knex;
  let evaluator: FakeEvaluator;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    evaluator = new FakeEvaluator();
    plugin = await startPlugin({
      knex,
      plugin: createDataRequestsPlugin(async () => evaluator),
      forge: forgeModule(new FakeForge()),
    });
  });
  afterEach(async () => {
    await plugin.stop();
  });

  const propose = (
    name: Parameters<typeof plugin.as>[0],
    spec: object = martSpec(),
  ) => plugin.as(name).post('/v1/unit-test').send({ spec });

  it('are proposed to whoever may ask for a mart', async () => {
    const { body } = await propose('hanako').expect(200);
    expect(body).toEqual({
      status: 'available',
      unitTest: {
        given: [{ source: 'orders', columns: ['amount'], rows: [[42]] }],
        expected: { columns: ['amount'], rows: [[42]] },
      },
    });
    expect(plugin.audit).toEqual([]);
    await propose('stranger').expect(403);
    expect(await knex('requests')).toEqual([]);
  });

  it('leave a trace where a dataset behind them is confidential', async () => {
    await propose('hanako', martSpec({ tier: 3 })).expect(200);
    expect(plugin.audit).toMatchObject([
      {
        eventId: 'sample-read',
        meta: { queryType: 'unit-test', tier: 3, target: 'data-platform' },
      },
    ]);
  });

  it('leave none where there are no rows to show', async () => {
    const reason = { en: 'No rows.', ja: '行がありません。' };
    jest.spyOn(evaluator, 'proposeUnitTest').mockResolvedValue({
      proposal: { status: 'unavailable', reason },
      lowestTier: 4,
    });
    const { body } = await propose('hanako').expect(200);
    expect(body).toEqual({ status: 'unavailable', reason });
    expect(plugin.audit).toEqual([]);
  });

  it('are refused for what is no spec, and for no target', async () => {
    const { body } = await propose('hanako', {
      ...martSpec(),
      tier: 9,
    }).expect(400);
    expect(JSON.stringify(body)).toContain('spec.tier');
    jest
      .spyOn(evaluator, 'proposeUnitTest')
      .mockRejectedValue(new NotFoundError("There is no target 'x'"));
    await propose('hanako').expect(404);
  });
});
