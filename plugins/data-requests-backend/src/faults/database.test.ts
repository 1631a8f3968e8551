import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { FakeEvaluator, martSpec } from '../__testUtils__/FakeEvaluator';
import { FakeForge } from '../__testUtils__/FakeForge';
import { forgeModule, startPlugin } from '../__testUtils__/startPlugin';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { createDataRequestsPlugin } from '../createPlugin';
import { DatabaseProxy } from './__testUtils__/DatabaseProxy';
import {
  createPortalHarness,
  type PortalHarness,
} from './__testUtils__/portalHarness';
import { HANAKO } from './__testUtils__/smallPortal';
import { WorkerProcess } from './__testUtils__/WorkerProcess';

const { databases, describeEach } = createTestDatabases();

// Processes that start and wait: how long they take is the machine's affair.
jest.setTimeout(300_000);

describeEach('a database that goes away and comes back', databaseId => {
  let direct: Knex;
  let proxy: DatabaseProxy;

  beforeEach(async () => {
    direct = await databases.init(databaseId);
    proxy = await DatabaseProxy.start(direct);
  });
  afterEach(async () => {
    await proxy.cut();
  });

  it('is said plainly to callers, who go on as soon as it is there', async () => {
    const knex = proxy.connect(direct);
    const forge = new FakeForge();
    const plugin = await startPlugin({
      knex,
      plugin: createDataRequestsPlugin(async () => new FakeEvaluator()),
      forge: forgeModule(forge),
    });
    const draftId = ulid();
    const send = () =>
      plugin
        .as('hanako')
        .post('/v1/requests')
        .send({ draftId, spec: martSpec() });
    const first = await send().expect(202);
    const path = `/v1/requests/${first.body.id}`;
    await plugin.untilState(first.body.id, 'in-review');
    const { headSha } = forge.proposals[0];
    await proxy.cut();
    const verdict = { verdict: 'approve', headSha };
    for (const call of [
      () => plugin.as('hanako').get('/v1/requests'),
      () => plugin.as('hanako').get(path),
      () => plugin.as('hanako').get('/v1/drafts'),
      () => plugin.as('hanako').get(`${path}/timeline`),
      () => send(),
      () => plugin.as('hanako').post(`${path}/withdraw`),
      () => plugin.as('kenji').post(`${path}/reviews`).send(verdict),
      () => plugin.as('kenji').post(`${path}/merge`).send({ headSha }),
    ]) {
      const { body } = await call().expect(503);
      expect(body.error).toEqual({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/cannot reach its database.*try again/),
      });
    }
    await proxy.restore();
    expect((await send().expect(202)).body.id).toBe(first.body.id);
    await plugin.as('kenji').post(`${path}/reviews`).send(verdict).expect(201);
    await plugin
      .as('kenji')
      .post(`${path}/merge`)
      .send({ headSha })
      .expect(200);
    const { body } = await plugin.as('hanako').get(`${path}/timeline`);
    expect(body.items.map((entry: { type: string }) => entry.type)).toEqual([
      ...['submitted', 'proposed', 'state-changed', 'reviewed'],
      ...['state-changed', 'merged', 'state-changed'],
    ]);
    await plugin.stop();
    await knex.destroy();
  });

  describe('while a worker works', () => {
    let harness: PortalHarness;
    let worker: WorkerProcess | undefined;

    beforeEach(async () => {
      harness = await createPortalHarness(direct);
    });
    afterEach(async () => {
      await worker?.kill();
      await harness.dispose();
    });

    const start = (heldAt?: 'before forge' | 'after forge') => {
      worker = new WorkerProcess({
        connection: proxy.connection(direct),
        folder: harness.folder,
        times: { pollMs: 20, leaseMs: 800 },
        heldAt,
      });
      return worker;
    };

    const submit = async (name: string) => {
      const sent = { draftId: ulid(), spec: martSpec({ name }) };
      return (await harness.portal.submission.submit(sent, HANAKO)).id;
    };

    it('is looked for ever more rarely, and work goes on by itself', async () => {
      const running = start();
      const before = await submit('fct_before');
      await running.untilState(before, 'in-review');
      await proxy.cut();
      const pauses = () =>
        running.log.flatMap(
          message => /next try in (\d+) ms/.exec(message)?.[1] ?? [],
        );
      await running.until(
        message =>
          message.said === 'logged' && /next try/.test(message.message),
        5,
      );
      expect(pauses().slice(0, 5)).toEqual(['40', '80', '160', '320', '640']);
      const meanwhile = await submit('fct_meanwhile');
      await proxy.restore();
      await running.untilState(meanwhile, 'in-review');
      await running.stop();
      worker = undefined;
      expect(await harness.knex('local_forge_proposals')).toHaveLength(2);
    });

    it.each(['before forge', 'after forge'] as const)(
      'goes on with a step that was cut short %s',
      async heldAt => {
        const running = start(heldAt);
        const id = await submit('fct_cut');
        await running.until(({ said }) => said === 'held');
        await proxy.cut();
        running.goOn();
        await running.until(
          message =>
            message.said === 'logged' && /next try/.test(message.message),
        );
        expect((await harness.portal.store.get(id)).state).toBe('checking');
        await proxy.restore();
        await running.untilState(id, 'in-review');
        await running.stop();
        worker = undefined;
        expect(await harness.knex('local_forge_proposals')).toHaveLength(1);
        const entries = await harness.portal.timeline.list(id);
        expect(entries.map(({ type }) => type)).toEqual([
          ...['submitted', 'proposed', 'state-changed'],
        ]);
        await harness.git('fsck', '--strict', '--no-dangling');
      },
    );
  });
});
