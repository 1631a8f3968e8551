import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { commitsBetween } from './commitsBetween';
import { GitRepository } from './GitRepository';
import { signatures } from './identity';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

describe('commitsBetween', () => {
  let folder: string;
  let git: GitRepository;

  beforeEach(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'suido-commits-'));
    const gitdir = join(folder, 'data.git');
    for (const name of ['objects', 'refs/heads']) {
      await fs.mkdir(join(gitdir, name), { recursive: true });
    }
    await fs.writeFile(join(gitdir, 'HEAD'), 'ref: refs/heads/main\n');
    git = new GitRepository(gitdir);
  });

  afterEach(async () => {
    await fs.rm(folder, { recursive: true });
  });

  const commit = async (name: string, parent: string[], second: number) =>
    git.writeCommit({
      tree: await git.writeTree([]),
      parent,
      message: `${name}\n`,
      ...signatures(undefined, new Date(1_000 * second)),
    });
  const titles = async (excluded: string, included: string) =>
    (await commitsBetween(git, excluded, included)).map(({ message }) =>
      message.trim(),
    );

  it('lists a branch that the base was merged into, and agrees with git', async () => {
    const root = await commit('root', [], 1);
    const fork = await commit('fork', [root], 2);
    const base1 = await commit('base 1', [fork], 3);
    // All in one second, as a fast portal makes them.
    const one = await commit('one', [fork], 4);
    const two = await commit('two', [one, base1], 4);
    const side = await commit('side', [one], 4);
    const three = await commit('three', [two, side], 4);
    const base2 = await commit('base 2', [base1], 9);

    expect(await titles(base2, three)).toEqual(['one', 'two', 'side', 'three']);
    expect(await titles(three, base2)).toEqual(['base 2']);
    expect(await titles(base1, three)).toEqual(['one', 'two', 'side', 'three']);
    expect(await titles(three, fork)).toEqual([]);
    expect(await titles(three, three)).toEqual([]);
    if (!(await hasRealGit())) {
      return;
    }
    for (const [excluded, included] of [
      [base2, three],
      [three, base2],
      [root, three],
      [one, two],
    ]) {
      const listed = await realGit(
        git.gitdir,
        'rev-list',
        `${excluded}..${included}`,
      );
      const own = await commitsBetween(git, excluded, included);
      expect(own.map(({ sha }) => sha).sort()).toEqual(
        listed.trim().split('\n').filter(Boolean).sort(),
      );
    }
  });

  it('does not read the history before the fork', async () => {
    let last = await commit('0', [], 0);
    for (let index = 1; index <= 200; index += 1) {
      last = await commit(`${index}`, [last], index);
    }
    const head = await commit('head', [last], 300);
    const base = await commit('base', [last], 301);
    const reads = jest.spyOn(git, 'commit');
    expect(await titles(base, head)).toEqual(['head']);
    expect(reads.mock.calls.length).toBeLessThan(10);
  });
});
