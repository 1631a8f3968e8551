import fs from 'node:fs/promises';
import { ulid } from 'ulid';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { MOST_ATTEMPTS } from '../worker/judgeFailure';
import {
  createPortalHarness,
  type PortalHarness,
} from './__testUtils__/portalHarness';
import { HANAKO, KENJI } from './__testUtils__/smallPortal';

const { databases, describeEach } = createTestDatabases();

describeEach('a repository whose disk takes no more', databaseId => {
  let harness: PortalHarness;

  beforeEach(async () => {
    harness = await createPortalHarness(await databases.init(databaseId));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await harness.dispose();
  });

  const fail = (code: string) => {
    const open = fs.open;
    jest.spyOn(fs, 'open').mockImplementation(async (path, flags, mode) => {
      if (flags === 'wx') {
        throw Object.assign(new Error(`${code}: open '${path}'`), { code });
      }
      return await open(path, flags, mode);
    });
  };

  const submit = async () => {
    const sent = { draftId: ulid(), spec: martSpec() };
    return (await harness.portal.submission.submit(sent, HANAKO)).id;
  };

  it.each([
    ['ENOSPC', /disk .* is full.*ディスクがいっぱい/],
    ['EROFS', /may not write.*書き込めません/],
    ['EACCES', /may not write.*書き込めません/],
  ])(
    'waits for it (%s), says why, and goes on by itself',
    async (code, words) => {
      const { portal } = harness;
      const id = await submit();
      fail(code);
      for (let attempt = 1; attempt <= MOST_ATTEMPTS + 2; attempt++) {
        await portal.runStep();
        const request = await portal.store.get(id);
        expect(request).toMatchObject({
          state: 'checking',
          nextStep: 'propose',
          stepAttempts: attempt,
          stateReason: expect.stringMatching(words),
        });
        expect(request.stateReason).not.toContain(harness.folder);
        await harness.letTimePass();
      }
      expect(portal.log.at(-1)).toContain(`(${code})`);
      expect(await harness.knex('local_forge_proposals')).toEqual([]);
      jest.restoreAllMocks();
      await portal.runStep();
      expect(await portal.store.get(id)).toMatchObject({
        state: 'in-review',
        stateReason: undefined,
      });
      await harness.git('fsck', '--strict', '--no-dangling');
    },
  );

  it('says so to a reviewer, who can merge once there is room', async () => {
    const { portal } = harness;
    const id = await submit();
    await portal.runStep();
    const { proposal } = await portal.store.get(id);
    const headSha = proposal?.headSha ?? '';
    const verdict = { verdict: 'approve' as const, body: '', headSha };
    await portal.reviewing.review(id, verdict, KENJI);
    fail('ENOSPC');
    const merge = () => portal.reviewing.merge(id, { headSha }, KENJI);
    await expect(merge()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /data-platform.*disk is full.*free space.*Nothing is lost/,
      ),
    });
    expect((await portal.store.get(id)).state).toBe('approved');
    jest.restoreAllMocks();
    expect((await merge()).state).toBe('merged');
  });

  it('says that the repository is damaged, and gives up in the end', async () => {
    const { portal } = harness;
    const id = await submit();
    const ref = `${harness.gitdir}/refs/heads/main`;
    const whole = await fs.readFile(ref);
    await fs.writeFile(ref, '');
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      await harness.letTimePass();
      await portal.runStep();
    }
    expect(await portal.store.get(id)).toMatchObject({
      state: 'failed',
      stateReason: expect.stringMatching(/is damaged.*破損/),
    });
    expect(portal.log.at(-1)).toMatch(/damaged: ref refs\/heads\/main/);
    await fs.writeFile(ref, whole);
    await portal.authoring.retry(id, HANAKO);
    await portal.runStep();
    expect((await portal.store.get(id)).state).toBe('in-review');
  });
});
