import { ulid } from 'ulid';
import { createHarness, type Harness } from '../__testUtils__/createHarness';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { sha } from '../__testUtils__/FakeForge';
import { caller, type PersonName } from '../__testUtils__/people';
import { createTestDatabases } from '../__testUtils__/testDatabases';

const { databases, describeEach } = createTestDatabases();

describeEach('ReviewService', databaseId => {
  let harness: Harness;
  let id: string;
  beforeEach(async () => {
    harness = await createHarness(await databases.init(databaseId));
    ({ id } = await harness.submission.submit(
      { draftId: ulid(), spec: martSpec() },
      caller('hanako'),
    ));
  });

  const head = async () =>
    (await harness.store.get(id)).proposal?.headSha ?? sha('none');
  const review = async (
    name: PersonName,
    verdict: 'approve' | 'request-changes' = 'approve',
    headSha?: string,
  ) =>
    harness.reviewing.review(
      id,
      { verdict, body: 'Looked at it', headSha: headSha ?? (await head()) },
      caller(name),
    );
  const merge = async (name: PersonName) =>
    harness.reviewing.merge(id, { headSha: await head() }, caller(name));

  it('keeps four eyes, whoever asks and however they came to be an author', async () => {
    await harness.runStep();
    for (const act of [() => review('hanako'), () => merge('hanako')]) {
      await expect(act()).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('your own'),
      });
    }
    // Somebody who changed the spec becomes one of its authors.
    await harness.authoring.update(
      id,
      { spec: martSpec({ purpose: 'Mine' }), headSha: await head() },
      caller('kenji'),
    );
    await harness.runStep();
    await expect(review('kenji')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await review('maria');
    await expect(merge('kenji')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(harness.forge.calls).not.toContain('merge');
    expect(await merge('maria')).toMatchObject({ state: 'merged' });
  });

  it('goes from review to merge, with every act once in the timeline', async () => {
    await expect(review('kenji')).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await harness.runStep();
    await harness.reviewing.comment(
      id,
      {
        body: 'Why daily?',
        anchor: {
          path: 'transform/models/marts/fct_daily_sales.sql',
          line: 1,
        },
      },
      caller('tom'),
    );
    await expect(review('kenji', 'approve', sha('old'))).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(sha('old')),
    });
    expect((await review('kenji', 'request-changes')).state).toBe(
      'changes-requested',
    );
    // An approval of another person does not overrule the open wish.
    expect((await review('maria')).state).toBe('changes-requested');
    await harness.authoring.update(
      id,
      { spec: martSpec({ purpose: 'Better' }), headSha: await head() },
      caller('hanako'),
    );
    await harness.runStep();
    // Reviews of the old commit do not count at the new one.
    expect((await harness.store.get(id)).state).toBe('in-review');
    await expect(merge('kenji')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect((await review('kenji')).state).toBe('approved');
    const merged = await merge('kenji');
    expect(merged).toMatchObject({
      state: 'merged',
      proposal: { mergeSha: sha('merge-1') },
    });
    await expect(merge('kenji')).rejects.toMatchObject({
      name: 'ConflictError',
    });
    const timeline = await harness.timeline.list(id);
    expect(timeline.map(({ sequence }) => sequence)).toEqual(
      timeline.map((_, index) => index + 1),
    );
    expect(
      timeline
        .filter(({ type }) => type !== 'state-changed')
        .map(({ type, actor }) => [type, actor?.split('/')[1]]),
    ).toEqual([
      ['submitted', 'hanako.sato'],
      ['proposed', 'hanako.sato'],
      ['commented', 'tom.wilson'],
      ['reviewed', 'kenji.tanaka'],
      ['reviewed', 'maria.garcia'],
      ['updated', 'hanako.sato'],
      ['reviewed', 'kenji.tanaka'],
      ['merged', 'kenji.tanaka'],
    ]);
  });

  it('follows at the next start a review whose row was never written', async () => {
    await harness.runStep();
    harness.forge.failures.push({
      method: 'review',
      error: new Error('killed'),
      after: true,
    });
    await expect(review('kenji')).rejects.toThrow('killed');
    expect((await harness.store.get(id)).state).toBe('in-review');
    await harness.reconcile();
    expect((await harness.store.get(id)).state).toBe('approved');
    expect(await harness.types(id)).toContain('reviewed');
  });

  it('does not fall back to what was read of the forge before a review', async () => {
    await harness.runStep();
    const [stale] = harness.forge.proposals;
    jest.spyOn(harness.forge, 'get').mockImplementationOnce(async () => {
      await review('kenji');
      return stale;
    });
    await harness.reconcile();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'approved',
      reviewsSeen: 1,
    });
  });

  it('names the files that conflict, and is made anew by a retry', async () => {
    await harness.runStep();
    await review('kenji');
    harness.forge.conflicts = ['transform/models/marts/fct_daily_sales.sql'];
    await expect(merge('kenji')).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await harness.store.get(id)).toMatchObject({
      state: 'conflicted',
      stateReason: expect.stringContaining(
        'transform/models/marts/fct_daily_sales.sql',
      ),
    });
    await harness.reconcile();
    expect((await harness.store.get(id)).state).toBe('conflicted');

    harness.forge.conflicts = [];
    await harness.authoring.retry(id, caller('hanako'));
    await harness.runStep();
    expect((await harness.store.get(id)).state).toBe('in-review');
  });

  it('evaluates once for a person who looks again, until something moves', async () => {
    await harness.runStep();
    const { evaluations } = harness.evaluator;
    const evaluated = async (...names: ('kenji' | 'maria')[]) => {
      const before = evaluations.length;
      for (const name of names) {
        await harness.reading.changes(id, caller(name));
      }
      return evaluations.length - before;
    };
    expect(await evaluated('kenji', 'kenji', 'kenji')).toBe(1);
    // What one may see of sample rows is nobody else's answer.
    expect(await evaluated('maria', 'maria')).toBe(1);
    harness.forge.baseMoves += 1;
    expect(await evaluated('kenji', 'kenji')).toBe(1);
    await harness.reviewing.comment(id, { body: 'x' }, caller('kenji'));
    expect(await evaluated('kenji', 'kenji')).toBe(1);
    harness.clock.now += 60_000;
    expect(await evaluated('kenji', 'kenji')).toBe(1);
    const before = evaluations.length;
    const machine = { credentials: caller('kenji').credentials };
    await harness.reading.changes(id, machine);
    await harness.reading.changes(id, machine);
    expect(evaluations.length - before).toBe(2);
  });

  it('shows the timeline without fields where the forge does not answer', async () => {
    await harness.runStep();
    const path = 'transform/models/marts/fct_daily_sales.sql';
    await harness.reviewing.comment(
      id,
      { body: 'x', anchor: { path, line: 1 } },
      caller('kenji'),
    );
    const snapshot = jest
      .spyOn(harness.forge, 'snapshot')
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    const timeline = await harness.reading.timeline(id);
    expect(timeline.at(-1)).toMatchObject({ type: 'commented', body: 'x' });
    expect(harness.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('without their fields'),
    );
    // Asked again it answers, and from then on is asked no more.
    snapshot.mockClear();
    await harness.reading.timeline(id);
    await harness.reading.timeline(id);
    expect(snapshot).toHaveBeenCalledTimes(1);
  });

  it('reads the pull request at its head and lets the row follow on the way', async () => {
    const kenji = caller('kenji');
    await expect(harness.reading.changes(id, kenji)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await harness.runStep();
    expect(await harness.reading.changes(id, kenji)).toMatchObject({
      headSha: await head(),
      files: [{ path: 'transform/models/marts/fct_daily_sales.sql' }],
      checks: [{ status: 'passed' }, { status: 'passed' }],
      mergeable: true,
      conflicts: [],
    });
    harness.forge.mergeOutside(1);
    harness.evaluator.taken.add('fct_daily_sales');
    expect(await harness.reading.changes(id, kenji)).toMatchObject({
      checks: [{ status: 'passed' }, { status: 'passed' }],
      mergeable: false,
    });
    expect((await harness.store.get(id)).state).toBe('merged');
  });
});
