import type { Knex } from 'knex';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { fileAt } from '../git/treeDiff';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

const { databases, describeEach } = createTestDatabases();

const actor = (name: string) => ({
  userEntityRef: `user:default/${name}`,
  displayName: name,
  ownershipEntityRefs: [`user:default/${name}`, 'group:default/sales'],
});
const path = 'models/marts/sales/new.sql';
const lines = (...changes: [number, string][]) =>
  Array.from(
    { length: 9 },
    (_, index) =>
      `${changes.find(([line]) => line === index + 1)?.[1] ?? index + 1}\n`,
  ).join('');
const create = (content: string) => ({
  action: 'create' as const,
  path,
  content,
});

describeEach('keeping the lines of others', id => {
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

  const propose = () =>
    harness.forge.propose(harness.repository, {
      idempotencyKey: 'k',
      branch: 'suido/mart/k',
      title: 'T',
      body: '',
      commitMessage: 'C',
      files: [create(lines())],
      author: actor('hanako'),
      coAuthors: [],
    });
  const update = (expectedHead: string, content: string) =>
    harness.forge.update(harness.repository, 1, {
      title: 'T',
      body: '',
      commitMessage: 'C',
      files: [create(content)],
      author: actor('hanako'),
      expectedHead,
    });
  const atHead = async () => {
    const snapshot = await harness.forge.snapshot(
      harness.repository,
      'suido/mart/k',
    );
    return snapshot.read(path);
  };

  it('still knows what it wrote after `git gc` cleared up', async () => {
    await propose();
    const pushed = await harness.commitOutside('suido/mart/k', {
      [path]: lines([2, 'theirs']),
    });
    const first = await update(pushed, lines([8, 'A']));
    const second = await update(first.headSha, lines([8, 'B']));
    if (await hasRealGit()) {
      await realGit(harness.git.gitdir, 'gc', '-q', '--prune=now');
    }
    // Merged from B as the portal wrote it: their line is no part of that.
    await update(second.headSha, lines([5, 'C']));
    expect(await atHead()).toBe(lines([2, 'theirs'], [5, 'C']));
  });

  it('finds an update done that died after the branch moved', async () => {
    await propose();
    const pushed = await harness.commitOutside('suido/mart/k', {
      [path]: lines([2, 'theirs']),
    });
    await harness.forge.get(harness.repository, 1);
    const row = await knex('local_forge_proposals').first();
    const done = await update(pushed, lines([8, 'A']));
    await knex('local_forge_proposals').update({
      head_sha: row.head_sha,
      written: JSON.stringify(row.written),
    });
    const forge = await harness.restart();
    expect(await update(pushed, lines([8, 'A']))).toEqual(done);
    expect(await knex('local_forge_proposals').first('written')).not.toEqual({
      written: row.written,
    });
    expect(await forge.commits(harness.repository, 1)).toHaveLength(3);
  });

  it('overwrites no file that somebody made a link, or that is no text', async () => {
    const { headSha } = await propose();
    const pushed = await harness.commitOutside('suido/mart/k', {
      [path]: 'a\0b',
    });
    await expect(update(pushed, lines([8, 'A']))).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(path),
    });
    // The portal may say the same again: it then changes nothing.
    expect((await update(pushed, lines())).headSha).toBe(pushed);
    expect(pushed).not.toBe(headSha);
  });

  it('lets a mode stand that somebody gave the file', async () => {
    const { headSha } = await propose();
    const { git } = harness;
    const marts = await git.commit(headSha);
    const put = async (tree: string, [name, ...rest]: string[]) => {
      const entries = await Promise.all(
        (
          await git.tree(tree)
        ).map(async (entry): Promise<typeof entry> => {
          if (entry.name !== name) {
            return entry;
          }
          return rest.length > 0
            ? { ...entry, oid: await put(entry.oid, rest) }
            : { ...entry, mode: '100755' };
        }),
      );
      return git.writeTree(entries);
    };
    const tree: string = await put(marts.tree, path.split('/'));
    const runnable = await git.writeCommit({
      ...marts,
      tree,
      parent: [headSha],
    });
    await git.moveBranch('suido/mart/k', headSha, runnable);
    const updated = await update(runnable, lines([1, 'A']));
    expect(await atHead()).toBe(lines([1, 'A']));
    const at = await fileAt(git, updated.headSha, path);
    expect(at?.mode).toBe('100755');
  });
});
