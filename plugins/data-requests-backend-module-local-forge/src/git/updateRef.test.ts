import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fsck, hasRealGit, realGit } from '../__testUtils__/realGit';
import { GitRepository } from './GitRepository';
import { signatures } from './identity';
import { readRef } from './readRef';
import { seedRepository } from './seedRepository';
import { TreeEditor } from './TreeEditor';
import { fileAt } from './treeDiff';
import { updateRef } from './updateRef';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

let folder: string;
let repository: GitRepository;

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'suido-refs-'));
  await seedRepository(folder, { name: 'r', defaultBranch: 'main' });
  repository = new GitRepository(join(folder, 'r.git'));
});

afterEach(async () => {
  await fs.rm(folder, { recursive: true });
});

async function commitOf(
  files: Readonly<Record<string, string>>,
  ...parent: string[]
): Promise<string> {
  const editor = new TreeEditor(repository, undefined);
  for (const [path, content] of Object.entries(files)) {
    const oid = await repository.writeBlob(content);
    await editor.set(path, { oid, mode: '100644' });
  }
  const tree = await editor.write();
  const details = { message: 'x\n', ...signatures(undefined, new Date(0)) };
  return await repository.writeCommit({ tree, parent, ...details });
}

const ref = 'refs/heads/suido/mart/a';

it('lets exactly one of many writers move a ref', async () => {
  const start = await commitOf({ a: 'start' });
  await updateRef(repository.gitdir, ref, undefined, start);
  const commits = await Promise.all(
    Array.from({ length: 20 }, (_, index) => commitOf({ a: `${index}` })),
  );
  const results = await Promise.allSettled(
    commits.map(next => updateRef(repository.gitdir, ref, start, next)),
  );
  const winners = results.flatMap((result, index) =>
    result.status === 'fulfilled' ? [commits[index]] : [],
  );
  expect(winners).toEqual([await readRef(repository.gitdir, ref)]);
  const losers = results.filter(result => result.status === 'rejected');
  expect(losers).toHaveLength(19);
  for (const { reason } of losers) {
    expect(reason.message).toMatch(/read it again|another git process/);
  }
  await expect(
    updateRef(repository.gitdir, ref, undefined, start),
  ).rejects.toThrow(/not at no commit/);
});

describe('locked', () => {
  const lockOf = () => join(repository.gitdir, `${ref}.lock`);
  const move = async () =>
    updateRef(
      repository.gitdir,
      ref,
      undefined,
      await commitOf({ a: `${Math.random()}` }),
    );

  beforeEach(() => fs.mkdir(join(lockOf(), '..'), { recursive: true }));
  afterEach(() => jest.restoreAllMocks());

  it("waits for git's lock, whatever the clock of its file says", async () => {
    await fs.writeFile(lockOf(), '');
    for (const days of [-2, 2]) {
      const time = new Date(Date.now() + days * 86_400_000);
      await fs.utimes(lockOf(), time, time);
      await expect(move()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('another git process'),
      });
    }
    const moving = move();
    await fs.rm(lockOf());
    await moving;
    expect(await readRef(repository.gitdir, ref)).toBeDefined();
  });

  it('takes a lock away that stayed as it is for a minute', async () => {
    await fs.writeFile(lockOf(), '');
    await expect(move()).rejects.toThrow(/another git process/);
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + 59_000);
    await expect(move()).rejects.toThrow(/another git process/);
    // Another push has it now: the minute begins again.
    await fs.rm(lockOf());
    await fs.writeFile(lockOf(), '');
    jest.spyOn(performance, 'now').mockReturnValue(now + 61_000);
    await expect(move()).rejects.toThrow(/another git process/);
    jest.spyOn(performance, 'now').mockReturnValue(now + 122_000);
    await move();
    await expect(fs.lstat(lockOf())).rejects.toThrow('ENOENT');
  });

  it('takes the lock of a dead process of the portal away at once', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await fs.symlink(`suido/${hostname()}/${pid}/word`, lockOf());
    await move();
    await fs.rm(join(repository.gitdir, ref));
    // A container that starts again has the same host name and process id.
    await fs.symlink(`suido/${hostname()}/${process.pid}/word`, lockOf());
    await move();
    expect(await readRef(repository.gitdir, ref)).toBeDefined();
  });

  it.each([
    ['a running process', `suido/${hostname()}/${process.ppid}/word`],
    ['another host', 'suido/elsewhere/1/word'],
  ])('leaves the lock of %s alone', async (_, holder) => {
    await fs.symlink(holder, lockOf());
    await expect(move()).rejects.toThrow(/another git process/);
    expect(await fs.readlink(lockOf())).toBe(holder);
  });

  it('works where the file system has no links', async () => {
    const refuse = Object.assign(new Error('EPERM'), { code: 'EPERM' });
    jest.spyOn(fs, 'symlink').mockRejectedValue(refuse);
    await move();
    expect(await readRef(repository.gitdir, ref)).toBeDefined();
    await expect(fs.lstat(lockOf())).rejects.toThrow('ENOENT');
  });
});

it('refuses a name that goes on from another branch, or stops before it', async () => {
  const next = await commitOf({ a: 'b' });
  await updateRef(repository.gitdir, ref, undefined, next);
  for (const other of ['refs/heads/suido/mart/a/b', 'refs/heads/suido']) {
    await expect(
      updateRef(repository.gitdir, other, undefined, next),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  }
  await fsck(repository.gitdir);
});

it.each([
  ['empty', ''],
  ['cut short', '0123456789abcdef'],
  ['zeroed', '\0'.repeat(41)],
  ['leading to itself', `ref: ${ref}\n`],
])('tells a damaged ref (%s) from one that is not there', async (_, text) => {
  await updateRef(repository.gitdir, ref, undefined, await commitOf({}));
  await fs.writeFile(join(repository.gitdir, ref), text);
  await expect(readRef(repository.gitdir, ref)).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
    message: expect.stringMatching(/damaged: ref refs\/heads\/suido.*fsck/),
  });
  const packed = join(repository.gitdir, 'packed-refs');
  await fs.rm(join(repository.gitdir, ref));
  await fs.writeFile(packed, `${'a'.repeat(40)} refs/heads/ma`);
  await expect(readRef(repository.gitdir, ref)).rejects.toThrow(/packed-refs/);
});

it('reads refs and objects that git has packed', async () => {
  if (!(await hasRealGit())) {
    return;
  }
  const next = await commitOf({ 'a/b': 'content' });
  await updateRef(repository.gitdir, ref, undefined, next);
  await realGit(repository.gitdir, 'gc', '-q', '--prune=now');
  expect(await readRef(repository.gitdir, ref)).toBe(next);
  const fresh = new GitRepository(repository.gitdir);
  const file = await fileAt(fresh, next, 'a/b');
  expect(Buffer.from(await fresh.blob(file?.oid ?? '')).toString()).toBe(
    'content',
  );
  await updateRef(
    repository.gitdir,
    ref,
    next,
    await commitOf({ a: 'c' }, next),
  );
  await fsck(repository.gitdir);
});

it.each(['..', 'a/../b', '/a', 'a/', 'a b', '-a', 'a.lock', 'a//b', ''])(
  'reads nothing by the name %j',
  async name => {
    expect(await repository.resolve(name)).toBeUndefined();
  },
);
