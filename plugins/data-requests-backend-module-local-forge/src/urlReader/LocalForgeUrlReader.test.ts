import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { GitRepository, type GitTreeEntry } from '../git/GitRepository';
import { signatures } from '../git/identity';
import { seedRepository } from '../git/seedRepository';
import { TreeEditor } from '../git/TreeEditor';
import { localForgeReaderFactory } from './localForgeUrlReaderFactory';

const ROOT = 'https://local-forge.suido.dev/r';

let folder: string;
let git: GitRepository;
let reader: UrlReaderService;

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'suido-reader-'));
  await seedRepository(folder, { name: 'r', defaultBranch: 'main' });
  git = new GitRepository(join(folder, 'r.git'));
  reader = UrlReaders.create({
    logger: mockServices.logger.mock(),
    config: mockServices.rootConfig({
      data: {
        dataRequests: {
          localForge: {
            directory: folder,
            repositories: [{ name: 'r' }, { name: 'not-there-yet' }],
          },
        },
      },
    }),
    factories: [localForgeReaderFactory],
  });
});

afterEach(async () => {
  await fs.rm(folder, { recursive: true });
});

/** Puts files on top of a branch; a branch that is not there begins at main. */
async function commit(
  branch: string,
  files: Readonly<Record<string, string>>,
  at = new Date(),
): Promise<string> {
  const present = await git.branch(branch);
  const parent = present ?? (await git.branch('main')) ?? '';
  const editor = new TreeEditor(git, (await git.commit(parent)).tree);
  for (const [path, content] of Object.entries(files)) {
    const oid = await git.writeBlob(content);
    await editor.set(path, { oid, mode: '100644' });
  }
  return await commitTree(branch, await editor.write(), parent, at);
}

async function commitTree(
  branch: string,
  tree: string,
  parent: string,
  at = new Date(),
): Promise<string> {
  const sha = await git.writeCommit({
    tree,
    parent: [parent],
    message: 'x\n',
    ...signatures(undefined, at),
  });
  await git.moveBranch(branch, await git.branch(branch), sha);
  return sha;
}

const read = async (path: string) => {
  const { buffer } = await reader.readUrl(`${ROOT}/blob/${path}`);
  return (await buffer()).toString();
};

describe('the etag', () => {
  it('is the commit; nothing is sent again while that stands', async () => {
    const first = await commit('main', { 'a/b.sql': 'select 1\n' });
    const url = `${ROOT}/blob/main/a/b.sql`;
    const asks = (etag: string) => [
      () => reader.readUrl(url, { etag }),
      () => reader.readTree(`${ROOT}/tree/main`, { etag }),
      () => reader.readTree(`${ROOT}/tree/main/a`, { etag }),
      () => reader.search(`${ROOT}/blob/main/**/*.sql`, { etag }),
      () => reader.search(url, { etag }),
    ];
    for (const ask of asks(first)) {
      await expect(ask()).rejects.toMatchObject({ name: 'NotModifiedError' });
    }
    const second = await commit('main', { 'other.sql': 'select 2\n' });
    for (const ask of asks(first)) {
      expect((await ask()).etag).toBe(second);
    }
    for (const ref of ['main', 'HEAD', second]) {
      const { etag } = await reader.readUrl(`${ROOT}/blob/${ref}/a/b.sql`);
      expect(etag).toBe(second);
    }
    expect(await read(`${first}/a/b.sql`)).toBe('select 1\n');
    await expect(read(`${first}/other.sql`)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('outweighs the time, which may have been set back meanwhile', async () => {
    const now = Date.now();
    const first = await commit('main', { a: '1' }, new Date(now));
    const url = `${ROOT}/blob/main/a`;
    const { lastModifiedAt } = await reader.readUrl(url);
    await expect(
      reader.readUrl(url, { lastModifiedAfter: lastModifiedAt }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    const second = await commit(
      'main',
      { a: '2' },
      new Date(now - 172_800_000),
    );
    const again = await reader.readUrl(url, {
      etag: first,
      lastModifiedAfter: lastModifiedAt,
    });
    expect(again.etag).toBe(second);
    expect((await again.buffer()).toString()).toBe('2');
    // Git's walks and all readers go by these times: none is before its parent's.
    expect(again.lastModifiedAt).toEqual(lastModifiedAt);
  });
});

describe('refs', () => {
  it('may have slashes, written as such or as %2F', async () => {
    await commit('suido/mart/a', { 'x y/ü#.sql': 'branch\n' });
    for (const ref of ['suido/mart/a', 'suido%2Fmart%2Fa']) {
      expect(await read(`${ref}/x%20y/%C3%BC%23.sql`)).toBe('branch\n');
    }
    const { files } = await reader.search(`${ROOT}/blob/suido/mart/a/**/*.sql`);
    expect(files.map(file => file.url)).toEqual([
      `${ROOT}/blob/suido/mart/a/x%20y/%C3%BC%23.sql`,
    ]);
    const [found] = files;
    const { buffer } = await reader.readUrl(found.url);
    expect((await buffer()).toString()).toBe('branch\n');
  });

  it('may be tags, with a message or without', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    await commit('main', { a: '1' });
    const blob = await git.writeBlob('not a commit');
    await realGit(git.gitdir, 'tag', 'light', 'main');
    await realGit(git.gitdir, 'tag', '-a', '-m', 'Release', 'v1.0', 'main');
    await realGit(git.gitdir, 'tag', 'blob', blob);
    expect(await read('light/a')).toBe('1');
    expect(await read('v1.0/a')).toBe('1');
    await expect(read('blob/a')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(read(`${blob}/a`)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it.each([
    'none/a',
    'f'.repeat(40).concat('/a'),
    'refs/heads/main/a',
    'main.lock/a',
    'main~1/a',
    'main@%7B0%7D/a',
    '-a/a',
    'main%00/a',
    'config',
    '%2e%2e/config',
    `${'a'.repeat(5_000)}/a`,
    `${'a/'.repeat(3_000)}a`,
  ])('%p is none', async path => {
    await commit('main', { a: '1' });
    for (const ask of [
      () => reader.readUrl(`${ROOT}/blob/${path}`),
      () => reader.readTree(`${ROOT}/tree/${path}`),
      () => reader.search(`${ROOT}/blob/${path}`),
    ]) {
      await expect(ask()).rejects.toMatchObject({
        name: expect.stringMatching(/^(NotFoundError|InputError)$/),
      });
    }
  });

  it('are none of a repository that is not there', async () => {
    const url = `${ROOT}et-else/blob/main/a`;
    await expect(reader.readUrl(url)).rejects.toThrow(
      /localForge\.repositories does not name/,
    );
    await expect(
      reader.readUrl(ROOT.replace(/r$/, 'not-there-yet/blob/main/a')),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});

describe('files', () => {
  it.each([
    '/main/..%2f..%2fr.git%2fconfig',
    '/main/a/%2e%2e/%2e%2e/config',
    '/main/./a',
    '/main/a//b',
    '/main/%2fetc%2fpasswd',
    '/main/a%5c..%5cb',
    '/main/a%00.sql',
    '/main/A.sql',
    '/main/a.sql%20',
    '/main/a.sql.',
    '/main/a.sql::$DATA',
    '/main/.git/config',
    '/main/GIT~1/config',
  ])('no file is read by %s', async path => {
    await commit('main', { 'a.sql': 'select 1\n' });
    await expect(reader.readUrl(`${ROOT}/blob${path}`)).rejects.toMatchObject({
      name: expect.stringMatching(/^(NotFoundError|InputError)$/),
    });
  });

  describe('of trees that no portal writes', () => {
    const entry = (
      name: string,
      mode: string,
      type: GitTreeEntry['type'],
      oid: string,
    ) => ({ name, mode, type, oid });

    it('no link and no submodule leads out of the tree', async () => {
      const base = (await git.branch('main')) ?? '';
      const oid = await git.writeBlob('/etc/passwd');
      const tree = await git.writeTree([
        entry('link', '120000', 'blob', oid),
        entry('module', '160000', 'commit', base),
        entry('passwd', '100644', 'blob', oid),
      ]);
      await commitTree('linked', tree, base);
      for (const path of ['link', 'link/passwd', 'module', 'module/a']) {
        await expect(read(`linked/${path}`)).rejects.toMatchObject({
          name: 'NotFoundError',
        });
      }
      const { files } = await reader.search(`${ROOT}/blob/linked/*`);
      expect(files.map(each => each.url)).toEqual([
        `${ROOT}/blob/linked/passwd`,
      ]);
      const whole = await reader.readTree(`${ROOT}/tree/linked`);
      const targetDir = join(folder, 'out');
      await whole.dir({ targetDir });
      expect(await fs.readdir(targetDir)).toEqual(['passwd']);
    });

    it.each(['..', '.', '.git', 'a\\..\\b'])(
      'nothing is read below %p',
      async name => {
        const base = (await git.branch('main')) ?? '';
        const oid = await git.writeBlob('x');
        const inside = await git.writeTree([entry('x', '100644', 'blob', oid)]);
        const tree = await git.writeTree([
          entry(name, '040000', 'tree', inside),
        ]);
        await commitTree('hostile', tree, base);
        for (const ask of [
          () => reader.readUrl(`${ROOT}/blob/hostile/x`),
          () => reader.readTree(`${ROOT}/tree/hostile`),
          () => reader.search(`${ROOT}/blob/hostile/**/*`),
        ]) {
          await expect(ask()).rejects.toThrow(/unsafe/);
        }
      },
    );
  });

  it('are read whole: empty, large, binary', async () => {
    const bytes = Buffer.from(
      Array.from({ length: 300_000 }, (_, i) => i % 256),
    );
    const editor = new TreeEditor(git, undefined);
    for (const [path, content] of [
      ['empty', new Uint8Array()],
      ['folder/large', bytes],
    ] as const) {
      const oid = await git.writeBlob(content);
      await editor.set(path, { oid, mode: '100644' });
    }
    const parent = (await git.branch('main')) ?? '';
    await commitTree('main', await editor.write(), parent);
    const { buffer, stream } = await reader.readUrl(`${ROOT}/blob/HEAD/empty`);
    expect(await buffer()).toHaveLength(0);
    expect(stream).toBeDefined();
    const tree = await reader.readTree(`${ROOT}/tree/main`);
    const [empty, large] = await tree.files();
    expect([empty.path, large.path]).toEqual(['empty', 'folder/large']);
    expect(await large.content()).toEqual(bytes);
    await expect(
      reader.readTree(`${ROOT}/tree/main/folder/large`),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(
      await (await reader.readTree(`${ROOT}/tree/main/folder/`)).files(),
    ).toHaveLength(1);
  });
});
