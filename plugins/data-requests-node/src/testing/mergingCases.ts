import assert from 'node:assert/strict';
import {
  approve,
  approveAndMerge,
  contentsOf,
  createFile,
  mergeAs,
  NEW_MART,
  ORDERS,
  people,
  proposeInput,
  refused,
  updateFile,
} from './contractSteps';
import { FORGE_CONTRACT_SEED, type ForgeContractCase } from './ForgeHarness';

/** Updating and merging. */
export const mergingCases: readonly ForgeContractCase[] = [
  {
    name: 'two proposals of one base, merged one after the other, keep both',
    async run(harness) {
      const { forge, repository } = harness;
      const lines = FORGE_CONTRACT_SEED[ORDERS];
      const first = lines.replace('order_id', 'id');
      const second = lines.replace('from orders', 'from all_orders');
      const one = await forge.propose(
        repository,
        proposeInput('one', [createFile(NEW_MART), updateFile(ORDERS, first)]),
      );
      const two = await forge.propose(
        repository,
        proposeInput('two', [
          createFile('models/marts/sales/two.sql', 'select 2\n'),
          updateFile(ORDERS, second),
        ]),
      );
      const merged = await approveAndMerge(harness, one);
      assert.equal(merged.status, 'merged');
      const changes = await forge.files(repository, two.number);
      await approveAndMerge(harness, two);
      assert.deepEqual(await forge.files(repository, two.number), changes);
      assert.deepEqual(await contentsOf(harness), {
        ...FORGE_CONTRACT_SEED,
        [NEW_MART]: 'select 1\n',
        'models/marts/sales/two.sql': 'select 2\n',
        [ORDERS]: first.replace('from orders', 'from all_orders'),
      });
      const { commitSha } = await forge.snapshot(repository);
      const again = await mergeAs(harness, two);
      assert.equal(again.mergeSha, commitSha);
      assert.equal((await forge.snapshot(repository)).commitSha, commitSha);
    },
  },
  {
    name: 'proposals merged at once all arrive',
    async run(harness) {
      const { forge, repository } = harness;
      const made = await Promise.all(
        [0, 1, 2, 3, 4].map(index =>
          forge.propose(
            repository,
            proposeInput(`m${index}`, [
              createFile(`models/marts/sales/m${index}.sql`),
            ]),
          ),
        ),
      );
      await Promise.all(
        made.map(proposal => approveAndMerge(harness, proposal)),
      );
      const paths = Object.keys(await contentsOf(harness));
      for (const index of [0, 1, 2, 3, 4]) {
        assert(paths.includes(`models/marts/sales/m${index}.sql`));
      }
    },
  },
  {
    name: 'a conflict is refused by name, and an update from the base ends it',
    async run(harness) {
      const { forge, repository } = harness;
      const one = await forge.propose(
        repository,
        proposeInput('one', [updateFile(ORDERS, 'select 1\n')]),
      );
      const two = await forge.propose(
        repository,
        proposeInput('two', [updateFile(ORDERS, 'select 2\n')]),
      );
      assert.deepEqual(await forge.mergeability(repository, two.number), {
        mergeable: true,
        conflicts: [],
      });
      await approveAndMerge(harness, one);
      assert.deepEqual(await forge.mergeability(repository, two.number), {
        mergeable: false,
        conflicts: [ORDERS],
      });
      await approve(harness, two);
      await refused('ConflictError', mergeAs(harness, two), ORDERS);
      assert.equal((await contentsOf(harness))[ORDERS], 'select 1\n');

      const change = {
        title: 'Again',
        body: '',
        commitMessage: 'Again',
        author: people.author,
        expectedHead: two.headSha,
      };
      await refused(
        'ConflictError',
        forge.update(repository, two.number, {
          ...change,
          files: [updateFile(ORDERS, 'select 3\n')],
        }),
        ORDERS,
      );
      const updated = await forge.update(repository, two.number, {
        ...change,
        files: [
          {
            action: 'update',
            path: ORDERS,
            content: 'select 3\n',
            previousContent: 'select 1\n',
          },
        ],
      });
      assert.equal((await forge.files(repository, two.number)).length, 1);
      await approveAndMerge(harness, updated);
      assert.equal((await contentsOf(harness))[ORDERS], 'select 3\n');
    },
  },
  {
    name: 'delete against change, and file against folder, are conflicts',
    async run(harness) {
      const { forge, repository } = harness;
      const propose = (id: string, files: Parameters<typeof proposeInput>[1]) =>
        forge.propose(repository, proposeInput(id, files));
      const remove = await propose('remove', [
        {
          action: 'delete',
          path: ORDERS,
          previousContent: FORGE_CONTRACT_SEED[ORDERS],
        },
        createFile('models/marts/sales/x'),
        createFile('models/marts/sales/Y.sql'),
        createFile('models/marts/sales/both.sql', 'one\n'),
      ]);
      const change = await propose('change', [
        updateFile(ORDERS, 'select 5\n'),
        createFile('models/marts/sales/x/below.sql'),
        createFile('models/marts/sales/y.sql'),
        createFile('models/marts/sales/both.sql', 'two\n'),
      ]);
      await approveAndMerge(harness, remove);
      const { mergeable, conflicts } = await forge.mergeability(
        repository,
        change.number,
      );
      assert.equal(mergeable, false);
      assert(conflicts.includes(ORDERS));
      assert(conflicts.includes('models/marts/sales/x/below.sql'));
      assert(conflicts.includes('models/marts/sales/y.sql'));
      assert(conflicts.includes('models/marts/sales/both.sql'));
      await approve(harness, change);
      await refused('ConflictError', mergeAs(harness, change), ORDERS);
    },
  },
  {
    name: 'a moved head is refused by update, review and merge',
    async run(harness) {
      const { forge, repository } = harness;
      const old = await forge.propose(
        repository,
        proposeInput('moved', [createFile(NEW_MART)]),
      );
      const update = (expectedHead: string, content: string) =>
        forge.update(repository, old.number, {
          title: 'New title',
          body: 'New body',
          commitMessage: 'Change it',
          files: [createFile(NEW_MART, content)],
          author: people.author,
          expectedHead,
        });
      const now = await update(old.headSha, 'select 2\n');
      assert.notEqual(now.headSha, old.headSha);
      assert.equal(now.title, 'New title');
      // The same call again, as a worker repeats it after a restart.
      assert.deepEqual(await update(old.headSha, 'select 2\n'), now);
      await refused('ConflictError', update(old.headSha, 'select 3\n'));
      await refused('ConflictError', approve(harness, old));
      await approve(harness, now);
      await refused('ConflictError', mergeAs(harness, old));
      assert.equal((await mergeAs(harness, now)).status, 'merged');
      await refused('ConflictError', mergeAs(harness, old));
      await refused('ConflictError', update(now.headSha, 'select 4\n'));
      await refused('ConflictError', approve(harness, now, people.stranger));
      await refused(
        'ConflictError',
        forge.close(repository, now.number, { actor: people.owner }),
      );
    },
  },
];
