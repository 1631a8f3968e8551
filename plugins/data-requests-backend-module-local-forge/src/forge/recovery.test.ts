import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { createTestDatabases } from '../__testUtils__/testDatabases';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

const { databases, describeEach } = createTestDatabases();

const actor = (name: string) => ({
  userEntityRef: `user:default/${name}`,
  displayName: name === 'hanako' ? '佐藤 花子' : name,
  ownershipEntityRefs: [`user:default/${name}`, 'group:default/sales'],
});
const path = 'models/marts/sales/new.sql';
const input = {
  idempotencyKey: '01J000',
  branch: 'suido/mart/01J000',
  title: 'Add new',
  body: '',
  commitMessage: 'Add new',
  files: [{ action: 'create' as const, path, content: 'select 1\n' }],
  author: actor('hanako'),
  coAuthors: [actor('yuki')],
};

describeEach('git leads, rows follow', id => {
  let knex: Knex;
  let harness: LocalForgeHarness;

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  beforeEach(async () => {
    harness = await createLocalForgeHarness(knex);
  });

  afterEach(async () => {
    await harness.check();
    await harness.dispose();
    await knex('local_forge_proposals').delete();
  });

  const propose = () => harness.forge.propose(harness.repository, input);
  const approveAndMerge = async (expectedHead: string, number: number) => {
    const by = { actor: actor('kenji'), expectedHead };
    const { forge, repository } = harness;
    await forge.review(repository, number, {
      ...by,
      verdict: 'approve',
      body: '',
    });
    return await forge.merge(repository, number, by);
  };

  it('a proposal that died after its branch is found by its key', async () => {
    const { headSha, baseSha } = await propose();
    await knex('local_forge_proposals').delete();
    await harness.commitOutside('main', { 'README.md': 'moved on\n' });
    const forge = await harness.restart();
    const found = await forge.propose(harness.repository, input);
    expect(found).toMatchObject({ headSha, baseSha, status: 'open' });
    const updated = await forge.update(harness.repository, found.number, {
      ...input,
      files: [{ ...input.files[0], content: 'select 2\n' }],
      expectedHead: headSha,
    });
    expect(updated.headSha).not.toBe(headSha);
  });

  it('an update that died after its commit is found done', async () => {
    const { number, headSha } = await propose();
    const row = await knex('local_forge_proposals').first();
    const change = {
      ...input,
      files: [{ ...input.files[0], content: 'select 2\n' }],
      expectedHead: headSha,
    };
    const { forge, repository } = harness;
    const updated = await forge.update(repository, number, change);
    await knex('local_forge_proposals').update({
      head_sha: row.head_sha,
      written: JSON.stringify(row.written),
    });
    expect(await forge.update(repository, number, change)).toEqual(updated);
  });

  it('a merge that died after the base moved is found merged', async () => {
    const { number, headSha, baseSha } = await propose();
    const merged = await approveAndMerge(headSha, number);
    await harness.commitOutside('main', { 'README.md': 'and on\n' });
    await knex('local_forge_proposals').update({
      status: 'open',
      merge_sha: null,
      seen_base_sha: baseSha,
    });
    const forge = await harness.restart();
    expect(await knex('local_forge_proposals').first()).toMatchObject({
      status: 'merged',
      merge_sha: merged.mergeSha,
    });
    const again = await forge.merge(harness.repository, number, {
      actor: actor('kenji'),
      expectedHead: headSha,
    });
    expect(again).toEqual(merged);
    expect(await forge.files(harness.repository, number)).toEqual(input.files);
  });

  it('a branch that is gone closes its proposal', async () => {
    const { number } = await propose();
    await fs.rm(join(harness.git.gitdir, 'refs/heads', input.branch));
    const found = await harness.forge.get(harness.repository, number);
    expect(found?.status).toBe('closed');
  });

  it('a failed write of rows undoes the rows and can be repeated', async () => {
    await knex.raw(`alter table local_forge_proposals
      add constraint broken check (title <> 'Add new')`);
    await expect(propose()).rejects.toThrow('broken');
    await knex.raw('alter table local_forge_proposals drop constraint broken');
    expect(await harness.git.branch(input.branch)).toBeDefined();
    expect((await propose()).status).toBe('open');
  });

  it('two processes on one database and folder exclude each other', async () => {
    const other = await harness.restart();
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        [harness.forge, other][index % 2].propose(harness.repository, {
          ...input,
          idempotencyKey: `k${index}`,
          branch: `suido/mart/k${index}`,
        }),
      ),
    );
    const numbers = made.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  it('people clone, push and merge with git, and the portal follows', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    const { forge, repository, git, config } = harness;
    const { number, headSha } = await propose();
    const log = await realGit(
      git.gitdir,
      ...['log', '-1', '--format=%an|%ae|%cn|%ce|%(trailers)', input.branch],
    );
    expect(log.trim()).toBe(
      [
        '佐藤 花子|hanako@users.noreply.suido.localhost|Suido|suido@localhost',
        'Co-authored-by: yuki <yuki@users.noreply.suido.localhost>\nSuido-Request: 01J000',
      ].join('|'),
    );
    await realGit(config.directory, 'clone', '-q', git.gitdir, 'work');
    const work = join(config.directory, 'work');
    await realGit(work, 'checkout', '-q', input.branch);
    await fs.writeFile(join(work, path), 'select 3\n');
    await realGit(work, 'commit', '-q', '-a', '-m', 'Correct it');
    await realGit(work, 'push', '-q');
    const pushed = await forge.get(repository, number);
    expect(pushed?.headSha).not.toBe(headSha);
    await expect(
      realGit(work, 'push', '-q', '-f', 'origin', `${headSha}:main`),
    ).resolves.toBeDefined();
    await expect(
      realGit(work, 'push', '-q', 'origin', `:${input.branch}`),
    ).rejects.toThrow(/deletion prohibited/);
    await realGit(work, 'checkout', '-q', 'main');
    await realGit(work, 'pull', '-q');
    await realGit(work, 'merge', '-q', '--no-ff', `origin/${input.branch}`);
    await realGit(work, 'push', '-q', 'origin', 'main');
    expect(await forge.get(repository, number)).toMatchObject({
      status: 'merged',
      mergeSha: (await realGit(work, 'rev-parse', 'HEAD')).trim(),
    });
  });
});
