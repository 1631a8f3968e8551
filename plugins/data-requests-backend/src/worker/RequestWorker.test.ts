import { ServiceUnavailableError } from '@backstage/errors';
import { ulid } from 'ulid';
import { createHarness, type Harness } from '../__testUtils__/createHarness';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { sha } from '../__testUtils__/FakeForge';
import { caller, PEOPLE } from '../__testUtils__/people';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { MOST_ATTEMPTS } from './judgeFailure';

const { databases, describeEach } = createTestDatabases();

describeEach('RequestWorker', databaseId => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await createHarness(await databases.init(databaseId));
  });

  const submit = (name = 'fct_daily_sales') =>
    harness.submission.submit(
      { draftId: ulid(), spec: martSpec({ name }) },
      caller('hanako'),
    );
  const inReview = async () => {
    const { id } = await submit();
    await harness.runStep();
    return harness.store.get(id);
  };
  const head = async (id: string) =>
    (await harness.store.get(id)).proposal?.headSha ?? '';
  const approveAndMerge = async (id: string) => {
    const headSha = await head(id);
    await harness.reviewing.review(
      id,
      { verdict: 'approve', body: '', headSha },
      caller('kenji'),
    );
    return harness.reviewing.merge(id, { headSha }, caller('kenji'));
  };

  it('opens the pull request as its author and tells who has to know', async () => {
    const { id, state, nextStep } = await submit();
    expect({ state, nextStep }).toEqual({
      state: 'checking',
      nextStep: 'propose',
    });
    await harness.runStep();

    expect(await harness.store.get(id)).toMatchObject({
      state: 'in-review',
      nextStep: undefined,
      proposing: false,
      leaseToken: undefined,
      reviewers: ['group:default/data-engineering'],
      proposal: {
        number: 1,
        branch: `suido/data-mart/${id.toLowerCase()}`,
        headSha: sha(`${id}-1`),
      },
    });
    expect(harness.forge.proposals).toMatchObject([
      { authors: [PEOPLE.hanako.actor.userEntityRef], status: 'open' },
    ]);
    expect(harness.evaluator.evaluations.map(each => each.withSample)).toEqual([
      true,
      false,
    ]);
    expect(await harness.timeline.list(id)).toMatchObject([
      { sequence: 1, type: 'submitted', revision: 1 },
      { sequence: 2, type: 'proposed', number: 1 },
      {
        sequence: 3,
        type: 'state-changed',
        from: 'checking',
        to: 'in-review',
      },
    ]);
    expect(harness.events.map(each => each.eventPayload)).toMatchObject([
      { version: 1, id, to: 'checking' },
      { version: 1, id, from: 'checking', to: 'in-review' },
    ]);
    expect(harness.notifications.map(each => each.recipients)).toMatchObject([
      { entityRef: [PEOPLE.hanako.actor.userEntityRef] },
      {
        entityRef: ['group:default/data-engineering'],
        excludeEntityRef: PEOPLE.hanako.actor.userEntityRef,
      },
    ]);
    expect(harness.notifications[0].payload).toMatchObject({
      title: expect.stringMatching(/waits for a review.*レビュー/),
      link: `/data-requests/requests/${id}`,
      scope: `data-requests:${id}`,
    });
  });

  it('finds its proposal again when it was killed before the row was written', async () => {
    const { id } = await submit();
    const dead = await harness.queue.claim(60_000);
    expect(dead?.request.id).toBe(id);
    await harness.queue.markProposing(dead!);
    await harness.forge.propose(
      {
        target: 'data-platform',
        repository: 'data-platform',
        baseBranch: 'main',
        allowedPaths: [],
      },
      {
        idempotencyKey: id,
        branch: `suido/data-mart/${id.toLowerCase()}`,
        title: 'Add',
        body: '',
        commitMessage: '',
        files: [],
        author: PEOPLE.hanako.actor,
        coAuthors: [],
      },
    );
    // The lease keeps others away as long as the worker might live.
    await harness.runStep();
    expect((await harness.store.get(id)).state).toBe('checking');

    await harness.letTimePass();
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'in-review',
      proposal: { number: 1 },
    });
    expect(harness.forge.proposals).toHaveLength(1);
    expect(await harness.types(id)).toEqual([
      'submitted',
      'proposed',
      'state-changed',
    ]);
  });

  it('writes nothing once its lease was lost', async () => {
    const { id } = await submit();
    const original = harness.forge.propose.bind(harness.forge);
    jest
      .spyOn(harness.forge, 'propose')
      .mockImplementationOnce(async (repository, input) => {
        const proposal = await original(repository, input);
        await harness.letTimePass();
        await harness.runStep(); // another replica takes the step and ends it
        return proposal;
      });
    await harness.runStep();
    expect((await harness.store.get(id)).state).toBe('in-review');
    expect(await harness.types(id)).toEqual([
      'submitted',
      'proposed',
      'state-changed',
    ]);
  });

  it('tries again with pauses what does not answer, then gives up and can be retried', async () => {
    const { id } = await submit();
    harness.forge.failures.push(
      ...Array.from({ length: MOST_ATTEMPTS }, () => ({
        method: 'propose' as const,
        error: new ServiceUnavailableError('connect ECONNREFUSED 10.0.0.7'),
      })),
    );
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'checking',
      stepAttempts: 1,
      stateReason: expect.stringMatching(/attempt 1.*1回目/),
    });
    await harness.runStep(); // not due yet
    expect(harness.forge.calls).toEqual(['propose']);
    for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
      await harness.letTimePass();
      await harness.runStep();
    }
    const failed = await harness.store.get(id);
    expect(failed).toMatchObject({ state: 'failed', failedStep: 'propose' });
    expect(failed.stateReason).not.toContain('10.0.0.7');
    expect(harness.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('10.0.0.7'),
    );

    expect(await harness.authoring.retry(id, caller('hanako'))).toMatchObject({
      state: 'checking',
      nextStep: 'propose',
    });
    await harness.runStep();
    expect((await harness.store.get(id)).state).toBe('in-review');
    await expect(harness.authoring.retry(id, caller('hanako'))).rejects.toThrow(
      /only a failed or conflicted request/,
    );
  });

  it('fails in words where the base meanwhile stands against it; withdrawing then asks nothing of the forge', async () => {
    const { id } = await submit();
    harness.evaluator.taken.add('fct_daily_sales');
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'failed',
      stateReason: expect.stringContaining(
        "The name 'fct_daily_sales' is taken",
      ),
    });
    const withdrawn = await harness.authoring.withdraw(id, caller('hanako'));
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      nextStep: undefined,
    });
    expect(harness.forge.calls).toEqual([]);
  });

  it('updates the same pull request, also when the answer was lost', async () => {
    const { id } = await inReview();
    const before = await head(id);
    await harness.authoring.update(
      id,
      { spec: martSpec({ purpose: 'Monthly meeting' }), headSha: before },
      caller('hanako'),
    );
    harness.forge.failures.push({
      method: 'update',
      error: new Error('socket hang up'),
      after: true,
    });
    await harness.runStep();
    expect((await harness.store.get(id)).state).toBe('checking');
    await harness.letTimePass();
    await harness.runStep();

    const updated = await harness.store.get(id);
    expect(updated).toMatchObject({
      state: 'in-review',
      revision: 2,
      proposal: { number: 1, headSha: harness.forge.proposals[0].headSha },
    });
    expect(updated.proposal?.headSha).not.toBe(before);
    expect(await harness.history.commits(id)).toHaveLength(2);
    expect((await harness.types(id)).slice(-3)).toEqual([
      'state-changed',
      'updated',
      'state-changed',
    ]);
  });

  it('keeps what was sent at each revision, with the commit made of it', async () => {
    const { id } = await inReview();
    const first = await head(id);
    expect(await harness.revisions.list(id)).toEqual([
      {
        revision: 1,
        at: expect.any(String),
        author: PEOPLE.hanako.actor.userEntityRef,
        spec: martSpec(),
        checks: (await harness.store.get(id)).evaluation.checks,
        headSha: first,
      },
    ]);
    const changed = martSpec({ purpose: 'Monthly meeting' });
    await harness.authoring.update(
      id,
      { spec: changed, headSha: first },
      caller('hanako'),
    );
    // Kept in the transaction that stored it, before any worker came.
    expect((await harness.revisions.list(id))[1]).toEqual(
      expect.not.objectContaining({ headSha: expect.anything() }),
    );
    await harness.runStep();
    // Made anew on the base, one revision has two commits.
    harness.forge.conflicts = ['a.sql'];
    await expect(approveAndMerge(id)).rejects.toThrow(/a\.sql/);
    harness.forge.conflicts = [];
    await harness.authoring.retry(id, caller('hanako'));
    await harness.runStep();
    harness.forge.pushOutside(1);
    const commits = await harness.history.commits(id);
    expect(commits.map(({ origin, revision }) => [origin, revision])).toEqual([
      ['portal', 1],
      ['portal', 2],
      ['portal', 2],
      ['person', undefined],
    ]);
    expect((await harness.revisions.list(id))[1].headSha).toBe(commits[2].sha);
    expect(commits[0].checks).toHaveLength(2);
  });

  it('does not take for its own what somebody built on its commit meanwhile', async () => {
    const { id } = await submit();
    const dead = await harness.queue.claim(60_000);
    await harness.queue.markProposing(dead!);
    await harness.letTimePass();
    harness.forge.failures.push({
      method: 'propose',
      error: new ServiceUnavailableError('gone'),
      after: true,
    });
    await harness.runStep();
    const foreign = harness.forge.pushOutside(1).headSha;
    await harness.letTimePass();
    await harness.runStep();
    expect(await head(id)).toBe(foreign);
    const [{ headSha }] = await harness.revisions.list(id);
    expect(headSha).toBe(sha(`${id}-1`));
    const commits = await harness.history.commits(id);
    expect(commits.map(({ revision }) => revision)).toEqual([1, undefined]);
  });

  it('notes the revision of a request that an earlier release stored', async () => {
    const { id } = await submit();
    await harness.knex('request_revisions').delete();
    await harness.runStep();
    expect(await harness.revisions.list(id)).toMatchObject([
      { revision: 1, spec: martSpec(), headSha: sha(`${id}-1`) },
    ]);
    // What a later release wrote hides nothing else.
    await harness.knex('request_revisions').update({
      spec: JSON.stringify({ ...martSpec(), version: 99 }),
    });
    const [{ spec, headSha }] = await harness.revisions.list(id);
    expect([spec, headSha]).toEqual([undefined, sha(`${id}-1`)]);
  });

  it('never writes over a foreign commit', async () => {
    const { id } = await inReview();
    await harness.authoring.update(
      id,
      { spec: martSpec({ purpose: 'Other' }), headSha: await head(id) },
      caller('hanako'),
    );
    const foreign = harness.forge.pushOutside(1).headSha;
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'conflicted',
      failedStep: 'update',
      stateReason: expect.stringContaining(foreign),
    });
    expect(harness.forge.proposals[0].headSha).toBe(foreign);
    await harness.reconcile();
    expect((await harness.store.get(id)).state).toBe('conflicted');
    // Once the author has seen the commit, a retry builds on it.
    await harness.authoring.retry(id, caller('hanako'));
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'in-review',
      failedStep: undefined,
      revision: 2,
    });
  });

  it('closes the pull request of a withdrawn request, known or not', async () => {
    const known = await inReview();
    await harness.authoring.withdraw(known.id, caller('hanako'));
    const { target } = known;
    await harness.forge.comment(
      { target, repository: target, baseBranch: 'main', allowedPaths: [] },
      1,
      { actor: PEOPLE.kenji.actor, body: 'A pity' },
    );
    await harness.runStep();
    // What was said meanwhile is not lost.
    expect((await harness.types(known.id)).slice(-1)).toEqual(['commented']);
    expect(harness.forge.proposals[0].status).toBe('closed');
    expect(await harness.store.get(known.id)).toMatchObject({
      state: 'withdrawn',
      nextStep: undefined,
    });

    const { id } = await submit();
    harness.forge.failures.push({
      method: 'propose',
      error: Object.assign(new Error('No'), { name: 'NotAllowedError' }),
      after: true,
    });
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'failed',
      proposal: undefined,
      proposing: true,
    });
    await harness.authoring.withdraw(id, caller('hanako'));
    await harness.runStep();
    expect(harness.forge.proposals.map(each => each.status)).toEqual([
      'closed',
      'closed',
    ]);
  });

  it('waits for the warehouse after a merge', async () => {
    const revisions: (string | undefined)[] = [undefined, 'r1'];
    harness.sampleSources.push({
      accepts: namespace => namespace === 'duckdb://demo',
      revision: async () => revisions.shift(),
      sample: async () => {
        throw new Error('not asked for');
      },
    });
    const { id } = await inReview();
    expect(await approveAndMerge(id)).toMatchObject({
      state: 'merged',
      nextStep: 'await-deploy',
    });
    await harness.runStep();
    expect((await harness.store.get(id)).state).toBe('merged');
    await harness.letTimePass();
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'deployed',
      nextStep: undefined,
    });
  });

  it('stays merged where no source speaks for the warehouse', async () => {
    const { id } = await inReview();
    await approveAndMerge(id);
    await harness.runStep();
    expect(await harness.store.get(id)).toMatchObject({
      state: 'merged',
      nextStep: undefined,
    });
    expect((await harness.types(id)).slice(-2)).toEqual([
      'merged',
      'state-changed',
    ]);
  });

  it('shares steps with other replicas: each is carried out once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `fct_${index}`);
    await Promise.all(names.map(submit));
    const workers = [1, 2, 3].map(() => harness.createWorker());
    for (const worker of workers) {
      worker.start();
    }
    await harness.untilEvents(2 * names.length);
    await Promise.all(workers.map(worker => worker.stop()));
    expect(harness.forge.calls).toEqual(names.map(() => 'propose'));
    expect(harness.forge.proposals).toHaveLength(names.length);
  });

  it('follows at start what happened past the portal', async () => {
    const merged = await inReview();
    harness.forge.mergeOutside(1);
    const { id: gone } = await submit('fct_gone');
    await harness.runStep();
    await harness
      .knex('requests')
      .where({ id: gone })
      .update({ proposal_number: 99 });
    const { id: closed } = await submit('fct_closed');
    await harness.runStep();
    await harness.forge.close(
      {
        target: 'data-platform',
        repository: 'data-platform',
        baseBranch: 'main',
        allowedPaths: [],
      },
      3,
    );

    expect(await harness.reconcile()).toBe(3);
    expect(await harness.store.get(merged.id)).toMatchObject({
      state: 'merged',
      nextStep: 'await-deploy',
      proposal: { mergeSha: sha('merge-1') },
    });
    expect(await harness.store.get(gone)).toMatchObject({
      state: 'failed',
      stateReason: expect.stringContaining('Pull request 99'),
    });
    expect(await harness.store.get(closed)).toMatchObject({
      state: 'withdrawn',
    });
    const entries = await harness.types(merged.id);
    await harness.follower.follow(merged.id);
    expect(await harness.types(merged.id)).toEqual(entries);
  });
});
