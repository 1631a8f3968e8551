import {
  coreServices,
  createBackendPlugin,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  forgesExtensionPoint,
  type Forge,
} from '@suido/backstage-plugin-data-requests-node';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabases } from './__testUtils__/testDatabases';
import localForgeFeatures, { LOCAL_FORGE_ID } from './index';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

const { databases, describeEach } = createTestDatabases();
const root = 'https://local-forge.suido.dev/data-platform';

describeEach('the package in a backend', id => {
  let folder: string;
  let reader: UrlReaderService;
  let stop: (() => Promise<void>) | undefined;
  const forges = new Map<string, Forge>();

  beforeAll(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'suido-module-'));
    const seed = join(folder, 'seed');
    await fs.mkdir(join(seed, 'transform/models'), { recursive: true });
    await fs.writeFile(join(seed, 'README.md'), '# 水道\n');
    await fs.writeFile(join(seed, 'transform/models/a b.sql'), 'select 1\n');
    await fs.writeFile(join(seed, 'transform/models/c.yml'), 'version: 2\n');
    const owner = createBackendPlugin({
      pluginId: 'data-requests',
      register(env) {
        env.registerExtensionPoint(forgesExtensionPoint, {
          addForge: (name, forge) => void forges.set(name, forge),
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    const other = createBackendPlugin({
      pluginId: 'somebody-else',
      register(env) {
        env.registerInit({
          deps: { urlReader: coreServices.urlReader },
          async init({ urlReader }) {
            reader = urlReader;
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [
        localForgeFeatures,
        urlReaderServiceFactory,
        owner,
        other,
        mockServices.database.factory({ knex: await databases.init(id) }),
        mockServices.rootConfig.factory({
          data: {
            dataRequests: {
              localForge: {
                directory: join(folder, 'forge'),
                repositories: [
                  { name: 'data-platform', seedFrom: seed },
                  { name: 'empty' },
                ],
                owners: { '@hanako': 'user:default/hanako', '@bots': '' },
              },
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(async () => {
    await stop?.();
    await fs.rm(folder, { recursive: true });
  });

  it('brings the forge, with repositories made from their seeds', async () => {
    const forge = forges.get(LOCAL_FORGE_ID);
    const repository = (name: string) => ({
      target: name,
      repository: name,
      baseBranch: 'main',
      allowedPaths: [],
    });
    const snapshot = await forge?.snapshot(repository('data-platform'));
    expect(await snapshot?.read('README.md')).toBe('# 水道\n');
    const empty = await forge?.snapshot(repository('empty'));
    expect(await empty?.list()).toEqual([]);
    const handles = ['@Hanako', '@bots', '@sales', '@org/team', 'a@b.c', 'x'];
    expect(
      await Promise.all(handles.map(handle => forge?.resolveOwner(handle))),
    ).toEqual([
      'user:default/hanako',
      undefined,
      'group:default/sales',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads files for every plugin, with the commit as etag', async () => {
    const url = `${root}/blob/main/transform/models/a%20b.sql`;
    const { buffer, etag } = await reader.readUrl(url);
    expect((await buffer()).toString()).toBe('select 1\n');
    expect(etag).toMatch(/^[0-9a-f]{40}$/);
    await expect(reader.readUrl(url, { etag })).rejects.toHaveProperty(
      'name',
      'NotModifiedError',
    );
    const pinned = await reader.readUrl(`${root}/blob/${etag}/README.md`);
    expect((await pinned.buffer()).toString()).toBe('# 水道\n');
    const byHead = await reader.readUrl(`${root}/blob/HEAD/README.md`);
    expect(byHead.etag).toBe(etag);
  });

  it('reads folders, whole or filtered, also onto a disk', async () => {
    const tree = await reader.readTree(`${root}/tree/main/transform`);
    const files = await tree.files();
    expect(files.map(file => file.path)).toEqual([
      'models/a b.sql',
      'models/c.yml',
    ]);
    expect((await files[1].content()).toString()).toBe('version: 2\n');
    await expect(
      reader.readTree(`${root}/tree/main/`, { etag: tree.etag }),
    ).rejects.toHaveProperty('name', 'NotModifiedError');
    const whole = await reader.readTree(root, {
      filter: (path, info) => path.endsWith('.md') && info?.size === 9,
    });
    const targetDir = join(folder, 'out');
    expect(await whole.dir({ targetDir })).toBe(targetDir);
    expect(await fs.readdir(targetDir)).toEqual(['README.md']);
  });

  it('finds files by pattern', async () => {
    const find = async (pattern: string) => {
      const { files } = await reader.search(`${root}/blob/main/${pattern}`);
      return files;
    };
    const found = await find('transform/**/*.sql');
    expect(found.map(file => file.url)).toEqual([
      `${root}/blob/main/transform/models/a%20b.sql`,
    ]);
    expect((await found[0].content()).toString()).toBe('select 1\n');
    expect(await find('README.md')).toHaveLength(1);
    expect(await find('none/*')).toEqual([]);
  });

  it.each([
    ['/data-platform/blob/main/none.sql', 'NotFoundError'],
    ['/data-platform/blob/main/transform', 'NotFoundError'],
    ['/data-platform/blob/none/README.md', 'NotFoundError'],
    ['/unknown/blob/main/README.md', 'NotFoundError'],
    ['/data-platform/blob/main/%2e%2e/HEAD', 'NotFoundError'],
    ['/data-platform/blob/main/..%2f..%2fconfig', 'InputError'],
    ['/data-platform/raw/main/README.md', 'InputError'],
    ['/data-platform/blob', 'InputError'],
    ['/data-platform/blob/main//README.md', 'InputError'],
    ['/..%2fforge%2fdata-platform/blob/main/README.md', 'InputError'],
    ['/data-platform/blob/main/%ff', 'InputError'],
    ['/', 'InputError'],
  ])('refuses %s with %s', async (path, name) => {
    const url = `https://local-forge.suido.dev${path}`;
    await expect(reader.readUrl(url)).rejects.toHaveProperty('name', name);
  });

  it('leaves other hosts alone', async () => {
    for (const url of [
      'https://local-forge.suido.dev.example.com/data-platform/blob/main/x',
      'http://local-forge.suido.dev/data-platform/blob/main/README.md',
    ]) {
      await expect(reader.readUrl(url)).rejects.toThrow(/not allowed/);
    }
  });
});
