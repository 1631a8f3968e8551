import { isError } from '@backstage/errors';
import fc from 'fast-check';
import git from 'isomorphic-git';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fsck, hasRealGit, realGit } from '../__testUtils__/realGit';
import { writeDurably } from './durableFile';
import { GitRepository } from './GitRepository';
import { messageWithTrailers, requestKeyOf, signatures } from './identity';
import { seedRepository } from './seedRepository';
import { MergeRefused, mergeTrees } from './threeWayMerge';
import { TreeEditor } from './TreeEditor';
import { diffTrees, fileAt, listFiles } from './treeDiff';

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
