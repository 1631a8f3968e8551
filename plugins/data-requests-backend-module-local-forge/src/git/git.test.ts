import { isError } from '@backstage/errors';
import fc from 'fast-check';
import git from 'isomorphic-git';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fsck, hasRealGit, realGit } from '../__testUtils__/realGit';
import { writeDurably } from './durableFile';
import { GitRepository } from './GitRepository';
import { messageWithTrailers, requestKeyOf, signatures } from './identity';
import { readRef } from './readRef';
import { seedRepository } from './seedRepository';
import { MergeRefused, mergeTrees } from './threeWayMerge';
import { TreeEditor } from './TreeEditor';
import { diffTrees, fileAt, listFiles } from './treeDiff';
import { updateRef } from './updateRef';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

let folder: string;
let repository: GitRepository;

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'suido-git-'));
  await seedRepository(folder, { name: 'r', defaultBranch: 'main' });
  repository = new GitRepository(join(folder, 'r.git'));
});

afterEach(async () => {
  await fs.rm(folder, { recursive: true });
});

const details = { message: 'x\n', ...signatures(undefined, new Date(0)) };

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
  return await repository.writeCommit({ tree, parent, ...details });
}

async function treesOf(
  ...[base, ours, theirs]: [string, string, string]
): Promise<[string, string, string]> {
  const treeOf = async (oid: string) => (await repository.commit(oid)).tree;
  return [await treeOf(base), await treeOf(ours), await treeOf(theirs)];
}

describe('merging', () => {
  /**
   * Three blocks far enough apart that git and diff3 see the same hunks, in
   * lines of their own: git would take likeness for a move.
   */
  const fileOf = (path: string, blocks: readonly string[]) =>
    blocks
      .flatMap((line, index) => [
        line,
        ...Array.from({ length: 8 }, (_, n) => `${path} ${index}.${n}`),
      ])
      .join('\n')
      .concat('\n');
  const block = fc.constantFrom('a', 'a', 'b', 'c');
  // `d` may be a file on one side, a folder on the other.
  const tree = fc
    .dictionary(
      fc.constantFrom('d', 'd/x', 'e/f/g', 'h', 'i'),
      fc.tuple(block, block, block),
    )
    .filter(files => !('d' in files && 'd/x' in files))
    .map(files =>
      Object.fromEntries(
        Object.entries({ ...files, k: ['k'] }).map(([path, blocks]) => [
          path,
          fileOf(path, blocks),
        ]),
      ),
    );

  /** The merged tree, or `refused`. */
  async function mergedByGit(one: string, other: string): Promise<string> {
    try {
      const args = ['merge-tree', '--write-tree', one, other];
      return (await realGit(repository.gitdir, ...args)).trim();
    } catch (error) {
      // 1 says "conflict"; anything else is a mistake of this test.
      if (isError(error) && String(error.code) === '1') {
        return 'refused';
      }
      throw error;
    }
  }

  async function mergedByUs(
    ...commits: [string, string, string]
  ): Promise<string> {
    try {
      return await mergeTrees(repository, ...(await treesOf(...commits)));
    } catch (error) {
      if (error instanceof MergeRefused && error.files.length > 0) {
        return 'refused';
      }
      throw error;
    }
  }

  it('gives the tree that git gives, and refuses what git refuses', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    const seen = { clean: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(tree, tree, tree, async (base, ours, theirs) => {
        const ancestor = await commitOf(base);
        const [one, other] = [
          await commitOf(ours, ancestor),
          await commitOf(theirs, ancestor),
        ];
        fc.pre(one !== other);
        const expected = await mergedByGit(one, other);
        const result = await mergedByUs(ancestor, one, other);
        expect(result).toBe(expected);
        seen[expected === 'refused' ? 'refused' : 'clean'] += 1;
      }),
      { numRuns: 40 },
    );
    expect(seen.clean).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
    await fsck(repository.gitdir);
  });

  it('refuses to mix binary files and links line by line', async () => {
    const bytes = (middle: string) => `a\n\0\n${middle}\n${'x\n'.repeat(9)}z\n`;
    const base = await commitOf({ bin: bytes('1') });
    const one = await commitOf({ bin: bytes('2') }, base);
    const other = await commitOf({ bin: bytes('1').replace('z', 'y') }, base);
    const merging = mergeTrees(
      repository,
      ...(await treesOf(base, one, other)),
    );
    await expect(merging).rejects.toMatchObject({
      name: 'ConflictError',
      files: ['bin'],
    });
  });
});

describe('trees', () => {
  it('lists, finds and compares files', async () => {
    const one = await commitOf({ 'a/b/c': '1', 'a/d': '2', e: '3' });
    const two = await commitOf({ 'a/b/c': '1', 'a/d/f': '2', e: '4' });
    const paths = (await listFiles(repository, one)).map(({ path }) => path);
    expect(paths).toEqual(['a/b/c', 'a/d', 'e']);
    const below = await listFiles(repository, one, 'a/b');
    expect(below.map(({ path }) => path)).toEqual(['a/b/c']);
    expect(await listFiles(repository, one, 'a/none')).toEqual([]);
    expect(await fileAt(repository, one, 'a/b')).toBeUndefined();
    expect(await fileAt(repository, one, 'a/d/f')).toBeUndefined();
    const changes = await diffTrees(repository, one, two);
    expect(
      changes.map(({ path, before, after }) => [path, !!before, !!after]),
    ).toEqual([
      ['a/d', true, false],
      ['a/d/f', false, true],
      ['e', true, true],
    ]);
  });

  it.each([
    ['link', '120000', 'blob'],
    ['module', '160000', 'commit'],
  ] as const)(
    'follows no %s out of the tree and replaces none',
    async (name, mode, type) => {
      const oid = await repository.writeBlob('/etc');
      const tree = await repository.writeTree([{ name, oid, mode, type }]);
      const file = { oid, mode: '100644' };
      for (const path of [name, `${name}/passwd`, `${name}/a/b`]) {
        const editor = new TreeEditor(repository, tree);
        await expect(editor.set(path, file)).rejects.toMatchObject({
          name: 'InputError',
          message: expect.stringMatching(/is a link/),
        });
      }
      for (const path of [`${name}/passwd`, `${name}/a/b`]) {
        const editor = new TreeEditor(repository, tree);
        await expect(editor.delete(path)).rejects.toThrow(/is a link/);
      }
    },
  );

  it.each([
    [['sales/A.sql'], 'sales/a.sql'],
    [['Sales/a.sql'], 'sales/b.sql'],
    [['sales/x/É.sql'], 'sales/x/é.sql'],
    [['sales/σας.sql'], 'sales/ΣΑΣ.sql'],
    [[], 'a/b.sql', 'A/c.sql'],
    [[], 'x/y/z.sql', 'x/Y/z.sql'],
  ])('refuses what is there in another case: %j and %s', async (...args) => {
    const [present, ...added] = args;
    const commit = await commitOf(
      Object.fromEntries(present.map(path => [path, '1'])),
    );
    const editor = new TreeEditor(
      repository,
      (await repository.commit(commit)).tree,
    );
    const file = { oid: await repository.writeBlob('2'), mode: '100644' };
    const last = added.pop() ?? '';
    for (const path of added) {
      await editor.set(path, file);
    }
    await expect(editor.set(last, file)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /is there already and differs only by case/,
      ),
    });
  });

  it('lets a name change its case when the old one goes first', async () => {
    const commit = await commitOf({ 'sales/A.sql': '1' });
    const { tree } = await repository.commit(commit);
    const editor = new TreeEditor(repository, tree);
    await editor.delete('sales/A.sql');
    const oid = await repository.writeBlob('1');
    await editor.set('sales/a.sql', { oid, mode: '100644' });
    const files = await listFiles(repository, await editor.write());
    expect(files.map(({ path }) => path)).toEqual(['sales/a.sql']);
  });
});

describe('refs', () => {
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
    await expect(readRef(repository.gitdir, ref)).rejects.toThrow(
      /packed-refs/,
    );
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
});

it('never shows half a file to a reader', async () => {
  const path = join(folder, 'file');
  const contents = ['a', 'b'].map(letter => letter.repeat(3_000_000));
  await writeDurably(repository.gitdir, path, contents[0]);
  let isWriting = true;
  const writing = (async () => {
    for (let round = 0; round < 12; round += 1) {
      await writeDurably(repository.gitdir, path, contents[round % 2]);
    }
    isWriting = false;
  })();
  let reads = 0;
  while (isWriting) {
    const read = await fs.readFile(path, 'utf8');
    expect(contents.includes(read)).toBe(true);
    reads += 1;
  }
  await writing;
  expect(reads).toBeGreaterThan(0);
});

describe('seeding', () => {
  const seed = (name: string, seedFrom: string) =>
    seedRepository(folder, { name, defaultBranch: 'trunk', seedFrom });

  it('takes the files once, without what .gitignore names', async () => {
    const from = join(folder, 'from');
    await fs.mkdir(join(from, 'transform/target'), { recursive: true });
    await fs.mkdir(join(from, '.git'));
    await fs.writeFile(join(from, '.git/config'), 'x');
    await fs.writeFile(join(from, '.gitignore'), 'target/\n');
    await fs.writeFile(join(from, 'transform/target/run.json'), '{}');
    await fs.writeFile(join(from, 'transform/売上.sql'), 'select 1\n');
    await fs.writeFile(join(from, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    await fs.mkdir(join(folder, '.seeding-s.git-left-behind'));
    const made = await Promise.all([seed('s', from), seed('t', from)]);
    expect(made).toEqual([true, true]);
    expect(await seed('s', from)).toBe(false);
    const seeded = new GitRepository(join(folder, 's.git'));
    const head = await seeded.branch('trunk');
    const files = await listFiles(seeded, head ?? '');
    expect(files.map(({ path, file }) => [path, file.mode])).toEqual([
      ['.gitignore', '100644'],
      ['run.sh', '100755'],
      ['transform/売上.sql', '100644'],
    ]);
    const left = (await fs.readdir(folder)).filter(x => x.startsWith('.seed'));
    expect(left).toEqual([]);
    await fsck(seeded.gitdir);
  });

  it('leaves nothing behind where the seed cannot be read', async () => {
    await expect(seed('s', join(folder, 'nowhere'))).rejects.toThrow(
      /seedFrom cannot be read/,
    );
    await fs.mkdir(join(folder, 'linked'));
    await fs.symlink('/etc', join(folder, 'linked/etc'));
    await expect(seed('s', join(folder, 'linked'))).rejects.toThrow(
      /neither a file nor a folder/,
    );
    expect((await fs.readdir(folder)).sort()).toEqual(['linked', 'r.git']);
  });
});

describe('who commits', () => {
  it('keeps names and trailers from forging headers', async () => {
    const eve = {
      userEntityRef: 'user:acme/eve',
      displayName: 'Eve <x@y>\nSuido-Request: stolen',
      ownershipEntityRefs: [],
    };
    const message = messageWithTrailers('Add\n\nSuido-Request: stolen', {
      requestKey: 'mine',
      coAuthors: [eve],
    });
    expect(requestKeyOf(message)).toBe('mine');
    const tree = await repository.writeTree([]);
    const oid = await repository.writeCommit({
      tree,
      parent: [],
      message,
      ...signatures(eve),
    });
    const { author, committer } = await repository.commit(oid);
    expect(author).toMatchObject({
      name: 'Eve x@y Suido-Request: stolen',
      email: 'acme+eve@users.noreply.suido.localhost',
    });
    expect(committer).toMatchObject({ email: 'suido@localhost' });
    await git.writeRef({
      fs: repository.fs,
      gitdir: repository.gitdir,
      ref: 'refs/heads/x',
      value: oid,
    });
    await fsck(repository.gitdir);
  });

  it('finds no key in a message without trailers', () => {
    expect(requestKeyOf('Add\n')).toBeUndefined();
    expect(requestKeyOf('Suido-Request: a\n\nSee above\n')).toBeUndefined();
  });
});
