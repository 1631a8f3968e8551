import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import { ulid } from 'ulid';
import { createHarness, type Harness } from '../__testUtils__/createHarness';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { caller, PEOPLE } from '../__testUtils__/people';
import { createTestDatabases } from '../__testUtils__/testDatabases';

const { databases, describeEach } = createTestDatabases();

const PATH = 'transform/models/marts/fct_daily_sales.sql';

describeEach('suggestions and what people are told', databaseId => {
  let harness: Harness;
  let id: string;
  beforeEach(async () => {
    harness = await createHarness(await databases.init(databaseId));
    ({ id } = await harness.submission.submit(
      { draftId: ulid(), spec: martSpec() },
      caller('hanako'),
    ));
    await harness.runStep();
    harness.notifications.length = 0;
  });

  const head = async () =>
    (await harness.store.get(id)).proposal?.headSha ?? '';
  const suggest = async (suggestion = '-- Theirs') => {
    await harness.reviewing.comment(
      id,
      { body: '', suggestion, anchor: { path: PATH, line: 1 } },
      caller('tom'),
    );
    return harness.forge.proposals[0].comments.at(-1)?.id ?? '';
  };
  const apply = async (comment: string) =>
    harness.suggestions.apply(
      id,
      comment,
      { headSha: await head() },
      caller('hanako'),
    );
  const applied = async () =>
    (await harness.timeline.list(id)).filter(
      (
        entry,
      ): entry is Extract<TimelineEntry, { type: 'suggestion-applied' }> =>
        entry.type === 'suggestion-applied',
    );
  /** Titles of what was told since, with their recipients. */
  const told = () =>
    harness.notifications
      .splice(0)
      .map(({ recipients, payload }) => [
        payload.title.split(' / ')[0].replace('fct_daily_sales ', ''),
        'entityRef' in recipients ? [recipients.entityRef].flat() : [],
      ]);

  it('tells once of a suggestion that was applied before a crash', async () => {
    const comment = await suggest();
    harness.forge.failures.push({
      method: 'commit',
      error: new Error('killed'),
      after: true,
    });
    await expect(apply(comment)).rejects.toThrow('killed');
    expect(await applied()).toEqual([]);
    told();
    await harness.reconcile();
    expect(await applied()).toMatchObject([
      {
        comment,
        actor: PEOPLE.hanako.actor.userEntityRef,
        headSha: harness.forge.proposals[0].headSha,
      },
    ]);
    expect(told()).toEqual([
      ['has your suggestion in it now', ['user:default/tom.wilson']],
    ]);
    // Another commit later it is found again, and told no more.
    harness.forge.pushOutside(1);
    await harness.reconcile();
    expect(await applied()).toHaveLength(1);
    expect(told()).toEqual([]);
    await expect(apply(comment)).rejects.toThrow(/already/);
  });

  it('lets the row follow when it finds the suggestion applied', async () => {
    const comment = await suggest();
    const before = await head();
    harness.forge.failures.push({
      method: 'commit',
      error: new Error('killed'),
      after: true,
    });
    await expect(apply(comment)).rejects.toThrow('killed');
    expect(await head()).toBe(before);
    await expect(apply(comment)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await head()).toBe(harness.forge.proposals[0].headSha);
    expect(await applied()).toHaveLength(1);
  });

  it('refuses what cannot be applied', async () => {
    const comment = await suggest();
    await expect(apply('none')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(
      harness.suggestions.apply(
        id,
        comment,
        { headSha: await head() },
        { credentials: caller('hanako').credentials },
      ),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await harness.authoring.update(
      id,
      { spec: martSpec({ purpose: 'Other' }), headSha: await head() },
      caller('hanako'),
    );
    await expect(apply(comment)).rejects.toThrow(/while it is 'checking'/);
    await harness.runStep();
    // The line that it was about is another one now.
    await expect(apply(comment)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('changed after it was made'),
    });
    expect(harness.forge.calls).not.toContain('commit');
  });

  it('tells authors and reviewers of comments, and approvers of new commits', async () => {
    const say = (name: 'kenji' | 'hanako' | 'tom', inReplyTo?: string) =>
      harness.reviewing.comment(id, { body: 'x', inReplyTo }, caller(name));
    await say('tom');
    expect(told()).toEqual([
      ['has a new comment', [PEOPLE.hanako.actor.userEntityRef]],
    ]);
    await harness.reviewing.review(
      id,
      { verdict: 'approve', body: '', headSha: await head() },
      caller('kenji'),
    );
    told();
    const first = harness.forge.proposals[0].comments[0].id;
    await say('hanako', first);
    expect(told()).toEqual([
      [
        'has a new comment',
        [PEOPLE.kenji.actor.userEntityRef, PEOPLE.tom.actor.userEntityRef],
      ],
    ]);
    harness.forge.pushOutside(1);
    await harness.reconcile();
    expect(told()).toEqual([
      ['waits for a review', [PEOPLE.hanako.actor.userEntityRef]],
      ['waits for a review', ['group:default/data-engineering']],
      [
        'changed after your approval; please look at it again',
        [PEOPLE.kenji.actor.userEntityRef],
      ],
    ]);

    // After the owner changed, only who acted since is told.
    await harness.authoring.update(
      id,
      {
        spec: martSpec({ owner: 'group:default/marketing' }),
        headSha: await head(),
      },
      caller('hanako'),
    );
    await harness.runStep();
    told();
    await say('hanako', first);
    expect(told()).toEqual([]);
  });

  it('keeps one notification per request and quotes nobody in it', async () => {
    await suggest('-- secret words');
    await harness.reviewing.comment(
      id,
      { body: 'secret words' },
      caller('tom'),
    );
    expect(harness.notifications).toHaveLength(2);
    for (const { payload } of harness.notifications) {
      expect(payload.scope).toBe(`data-requests:${id}`);
      expect(payload.link).toBe(`/data-requests/requests/${id}`);
      expect(JSON.stringify(payload)).not.toContain('secret');
      expect(payload.title).toMatch(/ \/ fct_daily_sales: .*コメント/);
    }
  });
});
