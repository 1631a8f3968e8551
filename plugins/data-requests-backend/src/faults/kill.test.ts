import { ulid } from 'ulid';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  PORTAL_ACTS,
  requestOf,
  type PortalAct,
  type Subject,
} from './__testUtils__/portalActs';
import { PortalChildren } from './__testUtils__/PortalChildren';
import {
  createPortalHarness,
  type PortalHarness,
} from './__testUtils__/portalHarness';
import type { SmallPortal } from './__testUtils__/smallPortal';

const { databases, describeEach } = createTestDatabases();

// Hundreds of killed acts: how long they take is the machine's affair.
jest.setTimeout(900_000);

/** An act with a repository and a database of its own. */
interface Lane {
  readonly act: PortalAct;
  readonly harness: PortalHarness;
  /** Statements before which it is still to be killed. */
  readonly kills: number[];
  /** How a request is in the end that nothing was done to. */
  outcome?: object;
}

interface Begun {
  readonly lane: Lane;
  readonly subject: Subject;
  readonly killAt?: number;
}

describeEach('a portal that is killed', databaseId => {
  const lanes: Lane[] = [];
  let children: PortalChildren;

  beforeAll(async () => {
    children = new PortalChildren();
    for (const act of PORTAL_ACTS) {
      const knex = await databases.init(databaseId);
      const harness = await createPortalHarness(knex);
      lanes.push({ act, harness, kills: [] });
    }
  });
  afterAll(async () => {
    await children.stop();
    await Promise.all(lanes.map(({ harness }) => harness.dispose()));
  });

  const begin = async (lane: Lane, killAt?: number): Promise<Begun> => {
    const subject = { draftId: ulid(), name: `fct_${killAt ?? 'whole'}` };
    const { portal } = lane.harness;
    await lane.act.prepare(portal, subject);
    const headSha = (await requestOf(portal, subject))?.proposal?.headSha;
    return { lane, subject: { ...subject, headSha }, killAt };
  };

  const carryOut = (begun: readonly Begun[]) =>
    children.run(
      begun.map(({ lane: { act, harness }, subject, killAt }) => {
        const { host, port, user, password, database } =
          harness.knex.client.config.connection;
        return {
          connection: { host, port, user, password, database },
          folder: harness.folder,
          act: act.name,
          subject,
          killAt,
        };
      }),
    );

  /** All that anybody sees of a request, without its ids and times. */
  async function outcomeOf(
    { forge, repository, store, timeline }: SmallPortal,
    { harness }: Lane,
    subject: Subject,
  ): Promise<object> {
    const request = await requestOf({ store } as SmallPortal, subject);
    const { id = '', proposal } = request ?? {};
    const proposed = proposal && (await forge.get(repository, proposal.number));
    const snapshot =
      proposed && (await forge.snapshot(repository, proposed.headSha));
    const entries = await timeline.list(id);
    expect(entries.map(({ sequence }) => sequence)).toEqual(
      entries.map((_, index) => index + 1),
    );
    const log = await harness.git(
      ...['log', '--all', '--format=%H', '-E', `--grep=^Suido-Request: ${id}$`],
    );
    expect(proposed?.headSha).toBe(proposal?.headSha);
    const proposals = await harness
      .knex('local_forge_proposals')
      .where({ idempotency_key: id });
    return {
      state: request?.state,
      stateReason: request?.stateReason,
      revision: request?.revision,
      nextStep: request?.nextStep,
      failedStep: request?.failedStep,
      proposing: request?.proposing,
      proposals: proposals.length,
      status: proposed?.status,
      verdicts: proposed?.reviews.map(({ verdict }) => verdict),
      content: await snapshot?.read(
        `transform/models/marts/${subject.name}.sql`,
      ),
      commits: log.split('\n').filter(line => line !== '').length,
      timeline: entries.map(entry =>
        entry.type === 'state-changed' ? `to ${entry.to}` : entry.type,
      ),
    };
  }

  /** After a restart it comes to the same end as if nothing had happened. */
  async function expectSettled(
    { lane, subject }: Begun,
    isAskedAgain: boolean,
  ): Promise<void> {
    const { act, harness, outcome } = lane;
    const portal = await harness.restart();
    await portal.reconcile();
    await harness.finish(portal);
    const found = await outcomeOf(portal, lane, subject);
    if (isAskedAgain || JSON.stringify(found) !== JSON.stringify(outcome)) {
      const refused = await act.carryOut(portal, subject).then(
        () => undefined,
        (error: Error) => error.name,
      );
      // Found done: that is said, and changes nothing.
      expect([undefined, 'ConflictError']).toContain(refused);
      await harness.finish(portal);
    }
    expect(await outcomeOf(portal, lane, subject)).toEqual(outcome);
    await harness.git('fsck', '--strict', '--no-dangling');
    expect(portal.log).toEqual([]);
  }

  it('comes to the same end, whatever the statement it was killed at', async () => {
    const whole = await Promise.all(lanes.map(lane => begin(lane)));
    const answers = await carryOut(whole);
    for (const [index, begun] of whole.entries()) {
      const { lane } = begun;
      const { statements, error } = answers?.[index] ?? { statements: [] };
      expect(error).toBeUndefined();
      expect(statements.length).toBeGreaterThan(3);
      lane.kills.push(...statements.keys());
      await lane.harness.finish(lane.harness.portal);
      lane.outcome = await outcomeOf(lane.harness.portal, lane, begun.subject);
      expect(lane.outcome).toMatchObject({
        timeline: lane.act.timeline,
        state: lane.act.timeline.at(-1)?.replace('to ', ''),
        proposals: 1,
        nextStep: undefined,
      });
      // Its answer may have been lost.
      await expectSettled(begun, true);
    }
    const counts = lanes.map(({ act, kills }) => [act.name, kills.length]);
    process.stdout.write(`Killed at ${JSON.stringify(counts)}\n`);

    while (lanes.some(({ kills }) => kills.length > 0)) {
      const begun = await Promise.all(
        lanes
          .filter(({ kills }) => kills.length > 0)
          .map(lane => begin(lane, lane.kills.shift())),
      );
      // One that comes through had fewer statements this time.
      await carryOut(begun);
      await Promise.all(
        begun.map(each =>
          expectSettled(each, (each.killAt ?? 0) % 2 === 0).catch(error => {
            error.message = `${each.lane.act.name} at ${each.killAt}: ${error.message}`;
            throw error;
          }),
        ),
      );
    }
  });
});
