import type { Knex } from 'knex';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectSettled } from '../__testUtils__/expectSettled';
import { FORGE_ACTS, inputOf } from '../__testUtils__/forgeActs';
import type { ForgeCall } from '../__testUtils__/forgeChild';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { watchWrites } from '../__testUtils__/watchWrites';
import { LocalForge } from './LocalForge';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(300_000);

const { databases, describeEach } = createTestDatabases();

/** Calls that need room; a full disk still renames and removes. */
const NEEDS_ROOM = ['open', 'writeFile', 'mkdir', 'symlink'];

describeEach('a disk that takes no more', id => {
  let knex: Knex;
  let harness: LocalForgeHarness;

  beforeAll(async () => {
    knex = await databases.init(id);
    harness = await createLocalForgeHarness(knex);
  });

  afterAll(async () => {
    await harness.dispose();
  });

  const carryOut = async ({ call, args }: ForgeCall): Promise<unknown> => {
    const forge = new LocalForge(harness.config, knex);
    return await Reflect.apply(forge[call], forge, args);
  };

  /** Carries out a call of which every write from the n-th on fails. */
  async function failFrom(
    at: number,
    code: string,
    call: ForgeCall,
  ): Promise<{ error?: Error; failed: number }> {
    let writes = 0;
    let failed = 0;
    const end = watchWrites(harness.config.directory, write => {
      const isRefused = code !== 'ENOSPC' || NEEDS_ROOM.includes(write.call);
      if (isRefused && writes++ >= at) {
        failed += 1;
        throw Object.assign(new Error(`${code}: ${write.call} '/srv/forge'`), {
          code,
        });
      }
    });
    try {
      await carryOut(call);
      return { failed };
    } catch (error) {
      return { error: error as Error, failed };
    } finally {
      end();
    }
  }

  it.each(
    FORGE_ACTS.filter(({ name }) => name !== 'review' && name !== 'close').map(
      act => [act.name, act] as const,
    ),
  )(
    'says so at every write of %s, and goes on with room',
    async (name, act) => {
      let at = 0;
      for (; ; at += 1) {
        const key = `full-${name}-${at}`;
        const call = await act.prepare(harness, key);
        const base = await harness.git.branch('main');
        const { error, failed } = await failFrom(at, 'ENOSPC', call);
        if (failed === 0) {
          break;
        }
        expect(error).toMatchObject({
          name: 'ServiceUnavailableError',
          code: 'ENOSPC',
          message: expect.stringMatching(
            /^Repository data of the local forge.*disk is full.*localForge\.directory.*free space/,
          ),
        });
        expect(error?.message).not.toContain('/srv/forge');
        expect(await harness.git.branch('main')).toBe(base);
        await expectSettled({ harness, act, key, call }, true);
      }
      expect(at).toBeGreaterThan(10);
      const left = await fs.readdir(join(harness.git.gitdir, 'objects'));
      expect(left.filter(each => each.startsWith('tmp_'))).toEqual([]);
    },
  );

  it('says so at every write where even removing is refused', async () => {
    const act = FORGE_ACTS.find(({ name }) => name === 'merge')!;
    for (let at = 0; ; at += 1) {
      const key = `read-only-${at}`;
      const call = await act.prepare(harness, key);
      const { error, failed } = await failFrom(at, 'EROFS', call);
      if (failed === 0) {
        break;
      }
      expect(error?.message).toMatch(/disk is read-only \(EROFS\).*mount it/);
      await expectSettled({ harness, act, key, call }, true);
    }
  });

  it.each([
    ['EACCES', /may not use it.*right to read and write/],
    ['EDQUOT', /quota is used up/],
    ['EIO', /disk fails/],
    ['EMFILE', /too many files are open/],
  ])('says what %s means', async (code, words) => {
    const call: ForgeCall = {
      call: 'propose',
      args: [harness.repository, inputOf(`says-${code}`)],
    };
    const { error } = await failFrom(0, code, call);
    expect(error).toMatchObject({ name: 'ServiceUnavailableError', code });
    expect(error?.message).toMatch(words);
    await carryOut(call);
  });

  it.each(['EACCES', 'EIO', 'EMFILE'])(
    'takes no branch for gone that cannot be read (%s)',
    async code => {
      const { forge, repository } = harness;
      const { number } = await forge.propose(repository, inputOf(code));
      const refuse = Object.assign(new Error(code), { code });
      jest.spyOn(fs, 'readFile').mockRejectedValue(refuse);
      for (const read of [
        () => forge.get(repository, number),
        () => forge.snapshot(repository),
        () => forge.files(repository, number),
      ]) {
        await expect(read()).rejects.toMatchObject({ code });
      }
      jest.restoreAllMocks();
      expect((await forge.get(repository, number))?.status).toBe('open');
    },
  );
});

/** A disk of one megabyte, where this process may mount one. */
const disk = mkdtempSync(join(tmpdir(), 'suido-disk-'));
const isMounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status ===
    0;
const describeOnDisk = isMounted ? describe : describe.skip;

afterAll(async () => {
  if (isMounted) {
    spawnSync('umount', [disk]);
  }
  await fs.rm(disk, { recursive: true });
});

describeOnDisk('a real disk (needs the right to mount one)', () => {
  describeEach('of one megabyte', id => {
    it('is filled, emptied, and made read-only', async () => {
      const knex = await databases.init(id);
      const harness = await createLocalForgeHarness(knex, disk);
      const { forge, repository } = harness;
      const first = await forge.propose(repository, inputOf('first'));
      const filler = await fs.open(join(disk, 'filler'), 'w');
      await expect(
        (async () => {
          for (;;) {
            await filler.write(Buffer.alloc(4_096));
          }
        })(),
      ).rejects.toMatchObject({ code: 'ENOSPC' });
      await filler.close();
      const propose = () => forge.propose(repository, inputOf('second'));
      await expect(propose()).rejects.toThrow(/disk is full \(ENOSPC\)/);
      expect(await harness.git.branch('suido/mart/second')).toBeUndefined();
      expect(await forge.get(repository, 1)).toEqual(first);
      await fs.rm(join(disk, 'filler'));
      expect((await propose()).status).toBe('open');

      spawnSync('mount', ['-o', 'remount,ro', disk]);
      const update = () =>
        forge.update(repository, 1, {
          ...inputOf('first', 'select 2\n'),
          expectedHead: first.headSha,
        });
      await expect(update()).rejects.toThrow(/disk is read-only \(EROFS\)/);
      // What is there can be read, and a start does not fail either.
      await harness.restart();
      expect(await forge.get(repository, 1)).toEqual(first);
      spawnSync('mount', ['-o', 'remount,rw', disk]);
      expect((await update()).headSha).not.toBe(first.headSha);
      await harness.check();
    });
  });
});
