import assert from 'node:assert/strict';
import {
  approveAndMerge,
  contentsOf,
  createFile,
  NEW_MART,
  ORDERS,
  people,
  proposeInput,
  refused,
  STOCK,
  updateFile,
} from './contractSteps';
import { FORGE_CONTRACT_SEED, type ForgeContractCase } from './ForgeHarness';
import { HOSTILE_PATHS } from './hostilePaths';

/** Reading and proposing. */
export const proposingCases: readonly ForgeContractCase[] = [
  {
    name: 'a snapshot shows the base branch, another ref, and one moment',
    async run(harness) {
      const { forge, repository } = harness;
      assert.deepEqual(await contentsOf(harness), FORGE_CONTRACT_SEED);
      const before = await forge.snapshot(repository);
      const listed = await before.list('models/marts/product');
      assert.deepEqual(listed, [{ path: STOCK, sizeBytes: 19 }]);
      assert.equal(await before.read('models/marts'), undefined);
      assert.equal(await before.read('no/such.sql'), undefined);
      await harness.commitOutside(repository.baseBranch, { [STOCK]: 'x\n' });
      assert.equal(await before.read(STOCK), FORGE_CONTRACT_SEED[STOCK]);
      const after = await forge.snapshot(repository);
      assert.equal(await after.read(STOCK), 'x\n');
      const again = await forge.snapshot(repository, before.commitSha);
      assert.equal(await again.read(STOCK), FORGE_CONTRACT_SEED[STOCK]);
      for (const ref of ['no-such', '../../HEAD', 'f'.repeat(40), '']) {
        await refused('NotFoundError', forge.snapshot(repository, ref));
      }
    },
  },
  {
    name: 'propose makes a branch from the base and leaves the base alone',
    async run(harness) {
      const { forge, repository } = harness;
      const base = await forge.snapshot(repository);
      const input = proposeInput('one', [
        createFile(NEW_MART, 'select 1 -- 新しい\n'),
        updateFile(ORDERS, 'select 2\n'),
        {
          action: 'delete',
          path: 'models/marts/sales/old.sql',
          previousContent: 'select 0\n',
        },
      ]);
      const proposal = await forge.propose(repository, input);
      assert.equal(proposal.status, 'open');
      assert.equal(proposal.baseSha, base.commitSha);
      assert.deepEqual(proposal.authors, ['user:default/author']);
      assert.deepEqual(await contentsOf(harness), FORGE_CONTRACT_SEED);
      const { 'models/marts/sales/old.sql': _, ...rest } = FORGE_CONTRACT_SEED;
      assert.deepEqual(await contentsOf(harness, input.branch), {
        ...rest,
        [NEW_MART]: 'select 1 -- 新しい\n',
        [ORDERS]: 'select 2\n',
      });
      assert.deepEqual(
        await forge.files(repository, proposal.number),
        [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
      );
      assert.deepEqual(await forge.get(repository, proposal.number), proposal);
      assert.equal(await forge.get(repository, 999), undefined);
    },
  },
  {
    name: 'propose with the same key finds the same proposal, also at once',
    async run({ forge, repository, restart }) {
      const input = proposeInput('same', [createFile(NEW_MART)]);
      const made = await Promise.all(
        Array.from({ length: 8 }, () => forge.propose(repository, input)),
      );
      made.push(await (await restart()).propose(repository, input));
      const first = made[0];
      made.forEach(proposal => assert.deepEqual(proposal, first));
      await refused(
        'ConflictError',
        forge.propose(repository, { ...input, idempotencyKey: 'other' }),
        input.branch,
      );
    },
  },
  {
    name: 'twenty proposals at once become twenty branches',
    async run(harness) {
      const { forge, repository } = harness;
      const ids = Array.from({ length: 20 }, (_, index) => `p${index}`);
      const made = await Promise.all(
        ids.map(id =>
          forge.propose(
            repository,
            proposeInput(id, [createFile(`models/marts/sales/${id}.sql`, id)]),
          ),
        ),
      );
      assert.equal(new Set(made.map(({ number }) => number)).size, 20);
      for (const [index, id] of ids.entries()) {
        assert.deepEqual(await contentsOf(harness, made[index].branch), {
          ...FORGE_CONTRACT_SEED,
          [`models/marts/sales/${id}.sql`]: id,
        });
      }
    },
  },
  {
    name: 'a change made from another state of the base is refused by name',
    async run({ forge, repository }) {
      const propose = (
        id: string,
        file: Parameters<typeof proposeInput>[1][0],
      ) => forge.propose(repository, proposeInput(id, [file]));
      await refused(
        'ConflictError',
        propose('a', createFile(ORDERS, 'mine\n')),
        ORDERS,
      );
      for (const path of [ORDERS, 'models/marts/sales/none.sql']) {
        const stale = { path, previousContent: 'another\n' };
        await refused(
          'ConflictError',
          propose('b', { action: 'update', content: 'x\n', ...stale }),
          path,
        );
        await refused(
          'ConflictError',
          propose('c', { action: 'delete', ...stale }),
          path,
        );
      }
      await refused(
        'ConflictError',
        propose('d', createFile('models/marts/sales')),
        'models/marts/sales',
      );
      await refused(
        'ConflictError',
        propose('e', createFile(`${ORDERS}/below.sql`)),
        ORDERS,
      );
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        const ref = `suido/mart/${id}`;
        await refused('NotFoundError', forge.snapshot(repository, ref));
      }
    },
  },
  {
    name: 'hostile paths, branches and empty changes are refused',
    async run(harness) {
      const { forge, repository } = harness;
      for (const path of HOSTILE_PATHS) {
        for (const file of [
          createFile(path),
          { action: 'delete' as const, path, previousContent: '' },
        ]) {
          const input = proposeInput('hostile', [createFile(NEW_MART), file]);
          await refused('InputError', forge.propose(repository, input));
        }
      }
      for (const paths of [
        ['models/marts/sales/Orders.sql'],
        ['models/marts/Sales/new.sql'],
        ['models/marts/sales/x.sql', 'models/marts/sales/X.sql'],
        [NEW_MART, NEW_MART],
      ]) {
        const input = proposeInput(
          'hostile',
          paths.map(path => createFile(path)),
        );
        await refused('InputError', forge.propose(repository, input));
      }
      for (const branch of [
        'main',
        'refs/heads/main',
        'suido/mart',
        'suido/mart/..',
        'suido/../main',
        'suido/mart/a b',
        'suido/mart/a.lock',
        'suido/mart/-a',
        'suido/mart/a~1',
        'other/mart/a',
        '../../etc/passwd',
      ]) {
        const input = proposeInput('x', [createFile(NEW_MART)], { branch });
        await refused('InputError', forge.propose(repository, input));
      }
      await refused(
        'InputError',
        forge.propose(repository, proposeInput('none', [])),
      );
      await refused(
        'InputError',
        forge.propose(
          repository,
          proposeInput('same', [
            updateFile(ORDERS, FORGE_CONTRACT_SEED[ORDERS]),
          ]),
        ),
      );
      const ref = 'suido/mart/hostile';
      await refused('NotFoundError', forge.snapshot(repository, ref));
      assert.deepEqual(await contentsOf(harness), FORGE_CONTRACT_SEED);
    },
  },
  {
    name: 'names that would break a commit are written harmlessly',
    async run(harness) {
      const { forge, repository } = harness;
      const displayName = 'Eve <eve@x>\nSuido-Request: stolen\0';
      const input = proposeInput('names', [createFile(NEW_MART)], {
        commitMessage: 'Add it\n\nSuido-Request: stolen\r\n\0',
        author: { ...people.author, displayName },
        coAuthors: [{ ...people.coAuthor, displayName: ' <> ' }],
      });
      const proposal = await forge.propose(repository, input);
      assert.deepEqual(proposal.authors, [
        'user:default/author',
        'user:default/co-author',
      ]);
      await refused(
        'InputError',
        forge.propose(repository, {
          ...proposeInput('nul', [createFile('models/marts/nul_char.sql')]),
          title: 'a\0b',
        }),
      );
    },
  },
  {
    name: 'everything is there after a restart',
    async run(harness) {
      const { forge, repository } = harness;
      const open = await forge.propose(
        repository,
        proposeInput('open', [createFile(NEW_MART)]),
      );
      const merged = await approveAndMerge(
        harness,
        await forge.propose(
          repository,
          proposeInput('merged', [createFile('models/marts/sales/m.sql')]),
        ),
      );
      await forge.comment(repository, open.number, {
        actor: people.stranger,
        body: 'なぜ?',
        anchor: { path: NEW_MART, line: 1 },
      });
      const before = await forge.get(repository, open.number);
      assert.equal(before?.comments[0].body, 'なぜ?');
      assert.deepEqual(before?.comments[0].anchor, { path: NEW_MART, line: 1 });
      const contents = await contentsOf(harness);
      const restarted = await harness.restart();
      assert.deepEqual(await restarted.get(repository, open.number), before);
      assert.deepEqual(await restarted.get(repository, merged.number), merged);
      const after = await contentsOf({ ...harness, forge: restarted });
      assert.deepEqual(after, contents);
    },
  },
];
