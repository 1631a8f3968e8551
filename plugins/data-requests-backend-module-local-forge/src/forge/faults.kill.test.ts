import fs from 'node:fs/promises';
import { join } from 'node:path';
import { connectionOf } from '../__testUtils__/connectionOf';
import { expectSettled } from '../__testUtils__/expectSettled';
import { FORGE_ACTS, type ForgeAct } from '../__testUtils__/forgeActs';
import type { ForgeCall, Kill } from '../__testUtils__/forgeChild';
import { ForgeChildren } from '../__testUtils__/ForgeChildren';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { createTestDatabases } from '../__testUtils__/testDatabases';

// Hundreds of killed calls: how long they take is the machine's affair.
jest.setTimeout(900_000);

const { databases, describeEach } = createTestDatabases();

/** An act with a repository and a database of its own. */
interface Lane {
  readonly act: ForgeAct;
  readonly harness: LocalForgeHarness;
  /** Where it is still to be killed. */
  readonly kills: Kill[];
}

/** An act that was begun. */
interface Begun extends Lane {
  readonly key: string;
  readonly call: ForgeCall;
  readonly kill?: Kill;
}

describeEach('a process that is killed', id => {
  const lanes: Lane[] = [];
  let children: ForgeChildren;

  beforeAll(async () => {
    children = new ForgeChildren();
    for (const act of FORGE_ACTS) {
      const harness = await createLocalForgeHarness(await databases.init(id));
      lanes.push({ act, harness, kills: [] });
    }
  });

  afterAll(async () => {
    await children.stop();
    await Promise.all(lanes.map(({ harness }) => harness.dispose()));
  });

  const begin = async (lane: Lane, kill?: Kill): Promise<Begun> => {
    const key = kill ? `k${kill.at}${kill.isTorn ? '-torn' : ''}` : 'whole';
    const call = await lane.act.prepare(lane.harness, key);
    return { ...lane, key, call, kill };
  };

  const carryOut = (begun: readonly Begun[]) =>
    children.run(
      begun.map(({ harness: { config, knex }, call, kill }) => ({
        connection: connectionOf(knex),
        config,
        call,
        kill,
      })),
    );

  it('at any step, everything goes on or can be asked for again', async () => {
    const whole = await Promise.all(lanes.map(lane => begin(lane)));
    const answers = await carryOut(whole);
    for (const [index, begun] of whole.entries()) {
      const { steps, error } = answers?.[index] ?? { steps: [] };
      expect(error).toBeUndefined();
      expect(steps.length).toBeGreaterThan(5);
      // Its answer may have been lost.
      await expectSettled(begun, true);
      steps.forEach((step, at) => {
        begun.kills.push({ at, isTorn: false });
        if (step.startsWith('writeFile ')) {
          begun.kills.push({ at, isTorn: true });
        }
      });
    }
    const counts = lanes.map(({ act, kills }) => [act.name, kills.length]);
    process.stdout.write(`Killed at ${JSON.stringify(counts)}\n`);

    while (lanes.some(({ kills }) => kills.length > 0)) {
      const begun = await Promise.all(
        lanes
          .filter(({ kills }) => kills.length > 0)
          .map(lane => begin(lane, lane.kills.shift())),
      );
      // One that comes through had fewer steps this time.
      await carryOut(begun);
      await Promise.all(
        begun.map(each =>
          expectSettled(each, (each.kill?.at ?? 0) % 2 === 0).catch(error => {
            error.message = `${each.act.name} ${each.key}: ${error.message}`;
            throw error;
          }),
        ),
      );
    }
  });

  it('leaves nothing behind that git does not know', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    let leftovers = 0;
    for (const { harness } of lanes) {
      const { gitdir } = harness.git;
      const { directory } = harness.config;
      const objects = () => fs.readdir(join(gitdir, 'objects'));
      leftovers += (await objects()).filter(name => /^tmp_/.test(name)).length;
      const refs = await realGit(gitdir, 'for-each-ref', '--format=%(refname)');
      expect(refs).not.toMatch(/tmp_|lock/);
      await realGit(directory, 'clone', '-q', gitdir, 'work');
      await realGit(gitdir, 'gc', '-q', '--prune=now');
      expect((await objects()).sort()).toEqual(['info', 'pack']);
      await harness.check();
    }
    expect(leftovers).toBeGreaterThan(0);
  });
});
