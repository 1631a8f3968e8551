import { ulid } from 'ulid';
import { createHarness, type Harness } from '../__testUtils__/createHarness';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { sha } from '../__testUtils__/FakeForge';
import { caller } from '../__testUtils__/people';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { DraftStore } from '../database/DraftStore';

const { databases, describeEach } = createTestDatabases();

describeEach('AuthoringService', databaseId => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await createHarness(await databases.init(databaseId));
  });

  it('stores one request per draft, however often and at once it is sent', async () => {
    const draftId = ulid();
    const drafts = new DraftStore(harness.knex, harness.logger);
    const hanako = caller('hanako');
    const user = hanako.user!.userEntityRef;
    await drafts.save(user, draftId, {
      revision: 0,
      spec: martSpec(),
      step: 4,
    });
    const input = { draftId, spec: martSpec() };
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => harness.submission.submit(input, hanako)),
    );
    const again = await harness.submission.submit(
      { draftId, spec: martSpec({ name: 'fct_other' }) },
      hanako,
    );
    expect(new Set([...sent, again].map(each => each.id)).size).toBe(1);
    expect(again.name).toBe('fct_daily_sales');
    expect(await drafts.list(user, 10)).toEqual([]);
    expect(await harness.types(again.id)).toEqual(['submitted']);
    expect(harness.events).toHaveLength(1);

    // The key is the requester's own: another person's draft id is another one.
    const other = await harness.submission.submit(
      { draftId, spec: martSpec({ name: 'fct_toms' }) },
      caller('tom'),
    );
    expect(other.id).not.toBe(again.id);
  });

  it('answers a twin that was sent while duplicates were looked for', async () => {
    const { duplicates } = harness;
    const input = { draftId: ulid(), spec: martSpec() };
    let twin: string | undefined;
    jest
      .spyOn(duplicates, 'unanswered')
      .mockImplementationOnce(async (...args) => {
        twin = (await harness.submission.submit(input, caller('hanako'))).id;
        return duplicates.unanswered(...args);
      });
    const sent = await harness.submission.submit(input, caller('hanako'));
    expect(sent.id).toBe(twin);
  });

  it('refuses a second open request for the same dataset and names the first', async () => {
    const results = await Promise.allSettled(
      (['hanako', 'tom'] as const).map(name =>
        harness.submission.submit(
          { draftId: ulid(), spec: martSpec() },
          caller(name),
        ),
      ),
    );
    const stored = results.flatMap(result =>
      result.status === 'fulfilled' ? [result.value] : [],
    );
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(stored).toHaveLength(1);
    expect(refused).toMatchObject([
      {
        name: 'ConflictError',
        message: expect.stringContaining(
          `open request #${stored[0].number} (${stored[0].id})`,
        ),
      },
    ]);

    const [winner] = stored;
    const name = winner.requester.includes('hanako') ? 'hanako' : 'tom';
    const same = await harness.submission.submit(
      { draftId: ulid(), spec: martSpec() },
      caller(name),
    );
    expect(same.id).toBe(winner.id);
    await expect(
      harness.submission.submit(
        { draftId: ulid(), spec: martSpec({ purpose: 'Another' }) },
        caller(name),
      ),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('refuses what the checks stand against, and machines', async () => {
    await expect(
      harness.submission.submit(
        { draftId: ulid(), spec: martSpec({ question: '' }) },
        caller('hanako'),
      ),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: 'The request cannot be sent yet: question: Write the question.',
      checks: [
        {
          field: 'question',
          message: { ja: '問いを書いてください。' },
        },
      ],
    });
    await expect(
      harness.submission.submit(
        { draftId: ulid(), spec: martSpec({ target: 'elsewhere' }) },
        caller('hanako'),
      ),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      harness.submission.submit(
        { draftId: ulid(), spec: martSpec() },
        { credentials: caller('hanako').credentials },
      ),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await harness.knex('requests')).toEqual([]);
  });

  it('changes only what was seen, only when it is at rest, and never the name', async () => {
    const { id } = await harness.submission.submit(
      { draftId: ulid(), spec: martSpec() },
      caller('hanako'),
    );
    const update = (spec = martSpec(), headSha = sha(`${id}-1`)) =>
      harness.authoring.update(id, { spec, headSha }, caller('hanako'));
    await expect(update()).rejects.toThrow(/while it is 'checking'/);
    await expect(
      harness.authoring.withdraw(id, caller('hanako')),
    ).rejects.toThrow(/cannot be withdrawn/);
    await harness.runStep();

    await expect(update(martSpec(), sha('old'))).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(sha('old')),
    });
    for (const other of [
      martSpec({ name: 'fct_renamed' }),
      martSpec({ target: 'elsewhere' }),
    ]) {
      await expect(update(other)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('stay as they are'),
      });
    }
    await expect(update(martSpec({ question: '' }))).rejects.toMatchObject({
      name: 'InputError',
    });
    expect(await harness.store.get(id)).toMatchObject({
      state: 'in-review',
      revision: 1,
    });

    const results = await Promise.allSettled([
      update(martSpec({ purpose: 'A' })),
      update(martSpec({ purpose: 'B' })),
    ]);
    expect(results.map(result => result.status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect((await harness.store.get(id)).revision).toBe(2);
  });
});
