import { ulid } from 'ulid';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  createPortalHarness,
  type PortalHarness,
} from './__testUtils__/portalHarness';
import { HANAKO } from './__testUtils__/smallPortal';
import { WorkerProcess } from './__testUtils__/WorkerProcess';
import type { WorkerOrder } from './__testUtils__/workerChild';

const { databases, describeEach } = createTestDatabases();

// Processes that start and wait: how long they take is the machine's affair.
jest.setTimeout(300_000);

const DAY_MS = 86_400_000;
const TIMES = { pollMs: 25, leaseMs: 20_000 };

describeEach('workers in processes of their own', databaseId => {
  let harness: PortalHarness;
  const workers: WorkerProcess[] = [];

  beforeEach(async () => {
    harness = await createPortalHarness(await databases.init(databaseId));
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.kill()));
    await harness.dispose();
  });

  const start = (order: Partial<WorkerOrder> = {}) => {
    const { host, port, user, password, database } =
      harness.knex.client.config.connection;
    const worker = new WorkerProcess({
      connection: { host, port, user, password, database },
      folder: harness.folder,
      times: TIMES,
      ...order,
    });
    workers.push(worker);
    return worker;
  };

  const submit = async (name: string) => {
    const sent = { draftId: ulid(), spec: martSpec({ name }) };
    return (await harness.portal.submission.submit(sent, HANAKO)).id;
  };

  /** Times at which the calls of a step began and ended, in all processes. */
  const runsOf = (id: string) =>
    workers
      .flatMap(({ messages }) => messages)
      .flatMap(message =>
        'step' in message && message.step === id ? [message] : [],
      )
      .sort((one, other) => one.at - other.at)
      .map(({ said }) => said);

  /** Ends once any of the workers brought each of them there. */
  const untilInReview = async (...ids: readonly string[]) => {
    for (const id of ids) {
      await Promise.any(
        workers.map(worker => worker.untilState(id, 'in-review')),
      );
    }
  };

  it('carry out each step once, whatever their clocks say', async () => {
    start({ clockAheadMs: 2 * DAY_MS });
    start({ clockAheadMs: -2 * DAY_MS });
    start();
    const names = Array.from({ length: 15 }, (_, index) => `fct_${index}`);
    const ids = await Promise.all(names.map(submit));
    await untilInReview(...ids);
    await Promise.all(workers.map(worker => worker.stop()));
    for (const id of ids) {
      expect(runsOf(id)).toEqual(['began', 'ended']);
      const entries = await harness.portal.timeline.list(id);
      expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      // All times are the database's.
      const times = entries.map(({ at }) => Date.parse(at));
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(Math.abs(Date.now() - times[0])).toBeLessThan(DAY_MS);
    }
    const branches = await harness.git('branch', '--list', 'suido/*');
    expect(branches.trim().split('\n')).toHaveLength(ids.length);
    await harness.git('fsck', '--strict', '--no-dangling');
  });

  it.each([
    ['before', 'before forge'],
    ['after', 'after forge'],
  ] as const)(
    'take a step over that died %s the forge, when its lease ended',
    async (_, heldAt) => {
      const id = await submit('fct_held');
      const times = { ...TIMES, leaseMs: 1_200 };
      const dying = start({ times, heldAt, clockAheadMs: 2 * DAY_MS });
      await dying.until(({ said }) => said === 'held');
      const others = [
        start({ times, clockAheadMs: -2 * DAY_MS }),
        start({ times }),
      ];
      await dying.kill();
      const { lease_until: leaseUntil } = await harness
        .knex('requests')
        .where({ id })
        .first();
      await untilInReview(id);
      const [, proposed] = await harness.portal.timeline.list(id);
      expect(Date.parse(proposed.at)).toBeGreaterThan(leaseUntil.getTime());
      expect(runsOf(id)).toEqual(['began', 'began', 'ended']);
      expect(await harness.knex('local_forge_proposals')).toHaveLength(1);
      await Promise.all(others.map(worker => worker.stop()));
      workers.splice(0);
    },
  );

  it('leave a step alone as long as its worker lives', async () => {
    const id = await submit('fct_slow');
    const times = { ...TIMES, leaseMs: 3_000 };
    const slow = start({ times, heldAt: 'before forge' });
    await slow.until(({ said }) => said === 'held');
    const other = start({ times, clockAheadMs: 2 * DAY_MS });
    // Another request is done meanwhile, and the first lease ends.
    const { lease_until: first } = await harness
      .knex('requests')
      .where({ id })
      .first();
    await untilInReview(await submit('fct_other'));
    await harness.knex.raw('select pg_sleep_until(?)', [first]);
    slow.goOn();
    await untilInReview(id);
    expect(runsOf(id)).toEqual(['began', 'ended']);
    await Promise.all([slow.stop(), other.stop()]);
    workers.splice(0);
  });

  it('wait by the clock of the database before they try again', async () => {
    const worker = start({ isForgeGone: true, clockAheadMs: 2 * DAY_MS });
    const id = await submit('fct_retried');
    await worker.until(({ said }) => said === 'ended', 2);
    const { rows } = await harness.knex.raw(
      `select step_after - now() < interval '1 minute' as soon,
              state_reason from requests where id = ?`,
      [id],
    );
    expect(rows).toMatchObject([
      { soon: true, state_reason: expect.stringMatching(/attempt \d.*\d回目/) },
    ]);
    const [first, second] = worker.messages.flatMap(message =>
      message.said === 'began' ? [message.at] : [],
    );
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    await worker.kill();
    workers.splice(0);
    start({ clockAheadMs: -2 * DAY_MS });
    await untilInReview(id);
  });
});
