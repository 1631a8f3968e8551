import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  approve,
  branchOf,
  inputOf,
  OWNER,
  pathOf,
} from '../__testUtils__/forgeActs';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { GitRepository } from '../git/GitRepository';
import { seedRepository } from '../git/seedRepository';
import { DamagedRepository } from '../git/storageFaults';
import { LocalForge } from './LocalForge';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(300_000);

const { databases, describeEach } = createTestDatabases();

/** A whole object, in a place that is not its own: `blob 2\0x\n`. */
const ANOTHER_BLOB = Buffer.from('789c4bcac94f523062a8e002000e920274', 'hex');

/** How a power failure or a bad disk leaves a file. */
const DAMAGES: readonly [string, (bytes: Buffer) => Buffer | undefined][] = [
  ['empty', () => Buffer.alloc(0)],
  ['cut short', bytes => bytes.subarray(0, bytes.length / 2)],
  ['zeroed', bytes => Buffer.alloc(bytes.length)],
  ['of another object', () => ANOTHER_BLOB],
  ['gone', () => undefined],
];

describeEach('a damaged file of a repository', id => {
  let harness: LocalForgeHarness;
  let proposal: Proposal;

  beforeAll(async () => {
    harness = await createLocalForgeHarness(await databases.init(id));
    const { forge, repository } = harness;
    proposal = await forge.propose(repository, inputOf('one'));
    await approve(harness, proposal);
    await harness.commitOutside('main', { 'README.md': 'moved on\n' });
  });

  afterAll(async () => {
    await harness.dispose();
  });

  const fileOf = (oid: string) =>
    join(harness.git.gitdir, 'objects', oid.slice(0, 2), oid.slice(2));

  async function whileDamaged(
    oid: string,
    damage: (typeof DAMAGES)[number][1],
    work: () => Promise<void>,
  ): Promise<void> {
    const whole = await fs.readFile(fileOf(oid));
    const bytes = damage(whole);
    await fs.rm(fileOf(oid));
    if (bytes) {
      await fs.writeFile(fileOf(oid), bytes);
    }
    try {
      await work();
    } finally {
      await fs.rm(fileOf(oid), { force: true });
      await fs.writeFile(fileOf(oid), whole);
    }
  }

  /** Everything that anybody may want of a proposal. */
  const wishes = () => {
    const { config, knex, repository } = harness;
    const forge = new LocalForge(config, knex);
    const { number } = proposal;
    const contents = async (ref?: string) => {
      const snapshot = await forge.snapshot(repository, ref);
      const files = await snapshot.list();
      return await Promise.all(files.map(({ path }) => snapshot.read(path)));
    };
    return {
      get: () => forge.get(repository, number),
      files: () => forge.files(repository, number),
      mergeability: () => forge.mergeability(repository, number),
      base: () => contents(),
      branch: () => contents(proposal.branch),
    };
  };

  it('is named, with what to do, and is never read as something else', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    const { gitdir } = harness.git;
    const listed = await realGit(gitdir, 'rev-list', '--all', '--objects');
    const oids = listed
      .trim()
      .split('\n')
      .map(line => line.slice(0, 40));
    expect(oids.length).toBeGreaterThan(20);
    const answers = new Map<string, unknown>();
    for (const [name, wish] of Object.entries(wishes())) {
      answers.set(name, await wish());
    }
    /** What is wrong with how the wishes are answered meanwhile. */
    const faultsOf = async (oid: string) => {
      const words = new RegExp(
        `^Repository data .* is damaged: .*object ${oid} .*"git fsck" in data\\.git, .*backup`,
      );
      const faults: unknown[] = [];
      let complaints = 0;
      for (const [name, wish] of Object.entries(wishes())) {
        const outcome = await wish().catch((error: Error) => error);
        const isComplaint =
          outcome instanceof DamagedRepository && words.test(outcome.message);
        complaints += isComplaint ? 1 : 0;
        if (!isComplaint && !isDeepStrictEqual(outcome, answers.get(name))) {
          faults.push([name, outcome]);
        }
      }
      return complaints > 0 ? faults : [...faults, 'nobody complained'];
    };
    for (const oid of oids) {
      for (const [name, damage] of DAMAGES) {
        await whileDamaged(oid, damage, async () => {
          expect([name, oid, await faultsOf(oid)]).toEqual([name, oid, []]);
        });
      }
    }
    await harness.check();
  });

  it('keeps nobody from starting, and changes no row', async () => {
    const { git, knex, repository } = harness;
    const rows = await knex('local_forge_proposals');
    const base = await git.branch('main');
    await whileDamaged(
      base ?? '',
      () => Buffer.alloc(0),
      async () => {
        const forge = await harness.restart();
        expect(harness.warnings.at(-1)).toMatch(/^Proposal 1: Repository data/);
        await expect(forge.snapshot(repository)).rejects.toThrow(/damaged/);
        const merging = forge.merge(repository, proposal.number, {
          actor: OWNER,
          expectedHead: proposal.headSha,
        });
        await expect(merging).rejects.toThrow(/damaged/);
        expect(await knex('local_forge_proposals')).toEqual(rows);
      },
    );
    await harness.check();
  });

  it('is written again where its content is known', async () => {
    const { git, forge, repository } = harness;
    const oid = await git.writeBlob('select 7\n');
    for (const [, damage] of DAMAGES) {
      await whileDamaged(oid, damage, async () => {
        expect(await git.writeBlob('select 7\n')).toBe(oid);
        const bytes = await new GitRepository(git.gitdir).blob(oid);
        expect(Buffer.from(bytes).toString()).toBe('select 7\n');
      });
    }
    await fs.writeFile(fileOf(oid), '');
    const input = inputOf('again', 'select 7\n');
    const { branch } = await forge.propose(repository, input);
    const snapshot = await forge.snapshot(repository, branch);
    expect(await snapshot.read(pathOf('again'))).toBe('select 7\n');
    await harness.check();
  });

  it('keeps what is written again from being cleared away as old', async () => {
    const { git } = harness;
    const oid = await git.writeBlob('select 8\n');
    const longAgo = new Date('2026-01-01');
    await fs.utimes(fileOf(oid), longAgo, longAgo);
    await git.writeBlob('select 8\n');
    if (await hasRealGit()) {
      await realGit(git.gitdir, 'prune', '--expire=2.weeks.ago');
    }
    expect(Buffer.from(await git.blob(oid)).toString()).toBe('select 8\n');
  });

  it.each([
    ['empty', ''],
    ['zeroed', '\0'.repeat(41)],
    ['cut short', 'abcdef'],
  ])('a ref that is %s closes no proposal', async (_, text) => {
    const { git, knex, repository, forge } = harness;
    for (const ref of ['refs/heads/main', `refs/heads/${branchOf('one')}`]) {
      const path = join(git.gitdir, ref);
      const whole = await fs.readFile(path);
      await fs.writeFile(path, text);
      await harness.restart();
      await expect(forge.get(repository, proposal.number)).rejects.toThrow(
        `damaged: ref ${ref} holds no commit id`,
      );
      await fs.writeFile(path, whole);
    }
    const row = await knex('local_forge_proposals')
      .where({ number: 1 })
      .first();
    expect(row.status).toBe('open');
  });

  it('a folder that is not there any more closes no proposal', async () => {
    const { config, git, knex, repository, forge } = harness;
    const aside = join(config.directory, 'aside');
    await fs.rename(git.gitdir, aside);
    const restarted = await harness.restart();
    for (const each of [forge, restarted]) {
      await expect(each.get(repository, proposal.number)).rejects.toThrow(
        /damaged: its folder is not there \(is its disk mounted\?\)/,
      );
    }
    await expect(forge.propose(repository, inputOf('lost'))).rejects.toThrow(
      /its folder is not there/,
    );
    // Another repository in its place, as after a start on an empty disk.
    const [entry] = config.repositories;
    await seedRepository(config.directory, entry);
    await expect(forge.get(repository, proposal.number)).rejects.toThrow(
      /neither branch suido\/mart\/one nor commit .* \(is this the right folder\?\)/,
    );
    await fs.rm(git.gitdir, { recursive: true });
    await fs.rename(aside, git.gitdir);
    const now = await forge.get(repository, proposal.number);
    expect(now?.status).toBe('open');
    expect(
      await knex('local_forge_proposals').where({ status: 'closed' }),
    ).toEqual([]);
  });
});
