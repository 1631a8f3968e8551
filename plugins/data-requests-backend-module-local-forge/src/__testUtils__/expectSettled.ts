import { branchOf, inputOf, pathOf, type ForgeAct } from './forgeActs';
import type { ForgeCall } from './forgeChild';
import type { LocalForgeHarness } from './localForgeHarness';
import { hasRealGit, realGit } from './realGit';

/**
 * After an act was cut short: a new start finds it done, or does it when it is
 * asked again, and in the end there is one proposal, one branch, each commit
 * and each review once, and git finds no fault.
 *
 * @param isAskedAgain - also where the start found it done: its answer may
 *   have been lost
 */
export async function expectSettled(
  {
    harness,
    act,
    key,
    call,
  }: {
    harness: LocalForgeHarness;
    act: ForgeAct;
    key: string;
    call: ForgeCall;
  },
  isAskedAgain: boolean,
): Promise<void> {
  const { repository, git, knex } = harness;
  const forge = await harness.restart();
  const rows = () =>
    knex('local_forge_proposals').where({ idempotency_key: key });
  const read = async () => {
    const [row] = await rows();
    const proposal = row ? await forge.get(repository, row.number) : undefined;
    const head =
      proposal && (await forge.snapshot(repository, proposal.headSha));
    return {
      status: proposal?.status,
      verdicts: proposal?.reviews.map(review => review.verdict),
      content: await head?.read(pathOf(key)),
    };
  };
  const { status, verdicts, content } = act;
  const wanted = { status, verdicts, content };
  const found = JSON.stringify(await read());
  if (isAskedAgain || found !== JSON.stringify(wanted)) {
    await Reflect.apply(forge[call.call], forge, call.args);
  }
  expect(await read()).toEqual(wanted);
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row.head_sha).toBe(await git.branch(branchOf(key)));
  if (status === 'merged') {
    const main = await forge.snapshot(repository);
    expect(await main.read(pathOf(key))).toBe(content);
  }
  if (await hasRealGit()) {
    const log = await realGit(
      git.gitdir,
      ...[
        'log',
        '--all',
        '--format=%H',
        '-E',
        `--grep=^Suido-Request: ${key}$`,
      ],
    );
    expect(log.trim().split('\n')).toHaveLength(act.commitCount);
  }
  if (status === 'open' && call.call !== 'commit') {
    // The portal still knows its own lines from those of others.
    const updated = await forge.update(repository, row.number, {
      ...inputOf(key, 'select 9\n'),
      expectedHead: row.head_sha,
    });
    const head = await forge.snapshot(repository, updated.headSha);
    expect(await head.read(pathOf(key))).toBe('select 9\n');
  }
  await harness.check();
  // A start looks at all that are open; hundreds would only take time.
  await rows().update({ status: 'closed' });
}
