import type {
  ForgeActor,
  Proposal,
  ProposeInput,
} from '@suido/backstage-plugin-data-requests-node';
import knexFactory, { type Knex } from 'knex';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import type { ForgeCall } from '../__testUtils__/forgeChild';
import { ForgeChildren } from '../__testUtils__/ForgeChildren';
import { connectionOf } from '../__testUtils__/connectionOf';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { LocalForge } from './LocalForge';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(300_000);

const { databases, describeEach } = createTestDatabases();
const SHARED = 'models/marts/sales/orders.sql';

function person(name: string): ForgeActor {
  return {
    userEntityRef: `user:default/${name}`,
    displayName: name,
    ownershipEntityRefs: [`user:default/${name}`, 'group:default/sales'],
  };
}

function inputOf(
  key: string,
  file: ProposeInput['files'][number] = {
    action: 'create',
    path: `models/marts/sales/${key}.sql`,
    content: `select '${key}'\n`,
  },
): ProposeInput {
  return {
    idempotencyKey: key,
    branch: `suido/mart/${key}`,
    title: `Add ${key}`,
    body: '',
    commitMessage: `Add ${key}`,
    files: [file],
    author: person('author'),
    coAuthors: [],
  };
}

describeEach('many at once', id => {
  let knex: Knex;
  let harness: LocalForgeHarness;
  /** Another backend: its own pool, its own forge, the same folder and tables. */
  let otherKnex: Knex;
  let forges: [LocalForge, LocalForge];

  beforeEach(async () => {
    knex = await databases.init(id);
    harness = await createLocalForgeHarness(knex);
    otherKnex = knexFactory({ client: 'pg', connection: connectionOf(knex) });
    forges = [harness.forge, new LocalForge(harness.config, otherKnex)];
  });

  afterEach(async () => {
    await harness.check();
    await otherKnex.destroy();
    await harness.dispose();
  });

  const keysOf = (count: number) =>
    Array.from({ length: count }, (_, index) => `k${index}`);

  /** Each proposal has its branch with its file and nothing else that is new. */
  async function expectBranches(keys: readonly string[]): Promise<void> {
    const { git, repository, forge } = harness;
    const branches = await fs.readdir(
      join(git.gitdir, 'refs/heads/suido/mart'),
    );
    expect(branches.sort()).toEqual([...keys].sort());
    const seed = await (await forge.snapshot(repository)).list();
    for (const key of keys) {
      const snapshot = await forge.snapshot(repository, `suido/mart/${key}`);
      const path = `models/marts/sales/${key}.sql`;
      expect(await snapshot.read(path)).toBe(`select '${key}'\n`);
      expect(await snapshot.list()).toHaveLength(seed.length + 1);
    }
    const rows = await knex('local_forge_proposals').orderBy('number');
    expect(rows.map(row => row.number)).toEqual(keys.map((_, n) => n + 1));
    expect(rows.map(row => row.idempotency_key).sort()).toEqual(
      [...keys].sort(),
    );
  }

  it.each([
    ['one backend', 1],
    ['two backends', 2],
  ])('keeps fifty proposals of %s apart', async (_, backends) => {
    const keys = keysOf(50);
    const made = await Promise.all(
      keys.map((key, index) =>
        forges[index % backends].propose(harness.repository, inputOf(key)),
      ),
    );
    expect(made.map(({ branch }) => branch)).toEqual(
      keys.map(key => `suido/mart/${key}`),
    );
    await expectBranches(keys);
  });

  it('keeps the proposals of two processes apart, sent twice each', async () => {
    const keys = keysOf(50);
    const calls = keys.map(
      (key): ForgeCall => ({
        call: 'propose',
        args: [harness.repository, inputOf(key)],
      }),
    );
    const children = [new ForgeChildren(), new ForgeChildren()];
    const orders = calls.map(call => ({
      connection: connectionOf(knex),
      config: harness.config,
      call,
    }));
    const answers = await Promise.all([
      children[0].run(orders),
      children[1].run([...orders].reverse()),
    ]);
    await Promise.all(children.map(each => each.stop()));
    for (const { error } of answers.flatMap(each => each ?? [])) {
      expect(error).toBeUndefined();
    }
    await expectBranches(keys);
  });

  async function approve(forge: LocalForge, proposal: Proposal) {
    const { number, headSha } = proposal;
    await forge.review(harness.repository, number, {
      actor: person('owner'),
      verdict: 'approve',
      body: '',
      expectedHead: headSha,
    });
  }
  const mergeBy = (forge: LocalForge, { number, headSha }: Proposal) =>
    forge.merge(harness.repository, number, {
      actor: person('owner'),
      expectedHead: headSha,
    });

  it('merges what two backends merge at once, and keeps every file', async () => {
    const keys = keysOf(16);
    const made: Proposal[] = [];
    for (const key of keys) {
      const proposal = await forges[0].propose(
        harness.repository,
        inputOf(key),
      );
      await approve(forges[0], proposal);
      made.push(proposal);
    }
    // Each is merged by both backends in the same moment.
    const merged = await Promise.all(
      made.flatMap(proposal => forges.map(forge => mergeBy(forge, proposal))),
    );
    expect(new Set(merged.map(({ mergeSha }) => mergeSha)).size).toBe(16);
    const main = await harness.forge.snapshot(harness.repository);
    for (const key of keys) {
      const path = `models/marts/sales/${key}.sql`;
      expect(await main.read(path)).toBe(`select '${key}'\n`);
    }
    const merges = new Set<string>();
    let commit = await harness.git.commit(main.commitSha);
    while (commit.parent.length > 1) {
      merges.add(commit.tree);
      commit = await harness.git.commit(commit.parent[0]);
    }
    expect(merges.size).toBe(16);
  });

  it('lets one of two conflicting merges through and names the file to the other', async () => {
    const before = await harness.forge.snapshot(harness.repository);
    const previousContent = (await before.read(SHARED)) ?? '';
    const proposals = await Promise.all(
      forges.map((forge, index) =>
        forge.propose(
          harness.repository,
          inputOf(`c${index}`, {
            action: 'update',
            path: SHARED,
            previousContent,
            content: `select ${index}\n`,
          }),
        ),
      ),
    );
    await Promise.all(proposals.map(each => approve(forges[0], each)));
    const results = await Promise.allSettled(
      proposals.map((proposal, index) => mergeBy(forges[index], proposal)),
    );
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    const lost = results[1 - won];
    expect(lost.status === 'rejected' && lost.reason).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(SHARED),
    });
    const main = await harness.forge.snapshot(harness.repository);
    expect(await main.read(SHARED)).toBe(`select ${won}\n`);
    const loser = proposals[1 - won];
    expect(
      await forges[won].get(harness.repository, loser.number),
    ).toMatchObject({ status: 'open', headSha: loser.headSha });
  });

  it('loses no commit that somebody pushes with git meanwhile', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    const { git, config, repository } = harness;
    let proposal = await forges[0].propose(repository, inputOf('pushed'));
    await realGit(config.directory, 'clone', '-q', git.gitdir, 'work');
    const work = join(config.directory, 'work');
    await realGit(work, 'checkout', '-q', 'suido/mart/pushed');
    const pushed: string[] = [];
    const refused: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const note = `models/marts/sales/note-${round}.md`;
      await fs.writeFile(join(work, note), `${round}\n`);
      await realGit(work, 'add', note);
      await realGit(work, 'commit', '-q', '-m', `Note ${round}`);
      const pushing = realGit(work, 'push', '-q').then(
        async () => {
          pushed.push((await realGit(work, 'rev-parse', 'HEAD')).trim());
        },
        // The portal was quicker.
        () => undefined,
      );
      const updating = forges[round % 2]
        .update(repository, proposal.number, {
          ...inputOf('pushed'),
          files: [
            {
              action: 'create',
              path: 'models/marts/sales/pushed.sql',
              content: `select ${round}\n`,
            },
          ],
          expectedHead: proposal.headSha,
        })
        .then(
          () => undefined,
          (error: Error) => refused.push(error.name),
        );
      await Promise.all([pushing, updating]);
      await realGit(work, 'pull', '-q', '--rebase');
      const now = await forges[0].get(repository, proposal.number);
      proposal = now ?? proposal;
    }
    expect(pushed.length).toBeGreaterThan(0);
    expect(refused.join()).toMatch(/^((Conflict|ServiceUnavailable)Error,?)*$/);
    for (const commit of pushed) {
      expect(await git.isAncestor(commit, proposal.headSha)).toBe(true);
    }
    expect(proposal.headSha).toBe(await git.branch('suido/mart/pushed'));
  });
});
