import assert from 'node:assert/strict';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import {
  contentsOf,
  createFile,
  NEW_MART,
  ORDERS,
  people,
  proposeInput,
  refused,
  SHARED,
  updateFile,
} from './contractSteps';
import {
  FORGE_CONTRACT_SEED,
  type ForgeContractCase,
  type ForgeHarness,
} from './ForgeHarness';

const LINES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** The lines, with others in place of some of them. */
function text(changes: Readonly<Record<string, string>> = {}): string {
  return LINES.map(line => `${changes[line] ?? line}\n`).join('');
}

async function updateTo(
  { forge, repository }: ForgeHarness,
  number: number,
  expectedHead: string,
  files: readonly FileChange[],
) {
  return await forge.update(repository, number, {
    title: 'T',
    body: '',
    commitMessage: 'C',
    author: people.author,
    files,
    expectedHead,
  });
}

/** What an update does with the work of others. */
export const keepingCases: readonly ForgeContractCase[] = [
  {
    name: 'an update keeps the commits and files of others',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const { number, branch } = await forge.propose(
        repository,
        proposeInput('foreign', [createFile(NEW_MART), createFile(SHARED)]),
      );
      const note = 'models/marts/sales/note.md';
      const head = await commitOutside(branch, {
        [note]: 'from a reviewer\n',
        [SHARED]: 'select 99\n',
      });
      assert.equal((await forge.get(repository, number))?.headSha, head);
      // Neither dropping the file nor claiming a new one overwrites their work.
      for (const [files, path] of [
        [[createFile(NEW_MART, 'select 2\n')], SHARED],
        [[createFile(SHARED), createFile(note, 'mine\n')], note],
      ] as const) {
        await refused(
          'ConflictError',
          updateTo(harness, number, head, files),
          path,
        );
      }
      await commitOutside(repository.baseBranch, { 'README.md': '# New\n' });
      const updated = await updateTo(harness, number, head, [
        createFile(NEW_MART, 'select 2\n'),
        createFile(SHARED),
      ]);
      assert.deepEqual(await contentsOf(harness, updated.headSha), {
        ...FORGE_CONTRACT_SEED,
        'README.md': '# New\n',
        [NEW_MART]: 'select 2\n',
        [SHARED]: 'select 99\n',
        [note]: 'from a reviewer\n',
      });
      // Theirs is now what the portal wants: from here on it may drop it.
      const agreed = await updateTo(harness, number, updated.headSha, [
        createFile(NEW_MART, 'select 2\n'),
        createFile(SHARED, 'select 99\n'),
      ]);
      await updateTo(harness, number, agreed.headSha, [
        createFile(NEW_MART, 'select 3\n'),
      ]);
      const paths = (await forge.files(repository, number)).map(
        file => file.path,
      );
      assert.deepEqual(paths, [NEW_MART, note]);
    },
  },
  {
    name: 'lines of others in a file of the portal stay, update after update',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const { number, branch } = await forge.propose(
        repository,
        proposeInput('lines', [createFile(NEW_MART, text())]),
      );
      const head = await commitOutside(branch, {
        [NEW_MART]: text({ two: 'two, by a reviewer' }),
      });
      const update = (expectedHead: string, changes: Record<string, string>) =>
        updateTo(harness, number, expectedHead, [
          createFile(NEW_MART, text(changes)),
        ]);
      const first = await update(head, { six: '6' });
      // The same call again, as a worker repeats it after a restart.
      assert.deepEqual(await update(head, { six: '6' }), first);
      await refused('ConflictError', update(head, { six: '66' }));
      const second = await update(first.headSha, { six: '6', four: '4' });
      const third = await update(second.headSha, { four: '4' });
      assert.equal(
        (await contentsOf(harness, third.headSha))[NEW_MART],
        text({ two: 'two, by a reviewer', four: '4' }),
      );
      const restarted = { ...harness, forge: await harness.restart() };
      const fourth = await updateTo(restarted, number, third.headSha, [
        createFile(NEW_MART, text({ seven: '7' })),
      ]);
      assert.equal(
        (await contentsOf(harness, fourth.headSha))[NEW_MART],
        text({ two: 'two, by a reviewer', seven: '7' }),
      );
    },
  },
  {
    name: 'the same lines changed by both are refused, with their numbers',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('overlap', [
          createFile(NEW_MART, text()),
          createFile(SHARED, text()),
        ]),
      );
      const head = await commitOutside(proposal.branch, {
        [NEW_MART]: text({ three: '3', four: '4' }),
        [SHARED]: text({ one: '1' }),
      });
      const update = (changes: Record<string, string>) =>
        updateTo(harness, proposal.number, head, [
          createFile(NEW_MART, text(changes)),
          createFile(SHARED, text({ seven: '7' })),
        ]);
      await refused(
        'ConflictError',
        update({ four: 'IV' }),
        NEW_MART,
        '(line 4)',
      );
      const before = await forge.get(repository, proposal.number);
      assert.equal(before?.headSha, head);
      // The same change by both is none to quarrel about, nor is the next line.
      const updated = await update({ two: '2', four: '4', five: '5' });
      const contents = await contentsOf(harness, updated.headSha);
      assert.equal(
        contents[NEW_MART],
        text({ two: '2', three: '3', four: '4', five: '5' }),
      );
      assert.equal(contents[SHARED], text({ one: '1', seven: '7' }));
    },
  },
  {
    name: 'lines of others also stay when the base moved in the same file',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const seed = FORGE_CONTRACT_SEED[ORDERS];
      const wanted = (base: string) => base.replace('order_id', 'id');
      const { number, branch } = await forge.propose(
        repository,
        proposeInput('moved', [updateFile(ORDERS, wanted(seed))]),
      );
      const base = `-- the orders\n\n${seed}`;
      await commitOutside(repository.baseBranch, { [ORDERS]: base });
      const head = await commitOutside(branch, {
        [ORDERS]: wanted(seed).replace('from orders', 'from all_orders'),
      });
      const { headSha, baseSha } = await updateTo(harness, number, head, [
        {
          action: 'update',
          path: ORDERS,
          previousContent: base,
          content: wanted(base),
        },
      ]);
      assert.equal(baseSha, (await forge.snapshot(repository)).commitSha);
      assert.equal(
        (await contentsOf(harness, headSha))[ORDERS],
        wanted(base).replace('from orders', 'from all_orders'),
      );
    },
  },
];
