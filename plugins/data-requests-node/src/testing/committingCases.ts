import assert from 'node:assert/strict';
import type { CommitInput } from '../Forge';
import {
  approve,
  approveAndMerge,
  contentsOf,
  createFile,
  mergeAs,
  NEW_MART,
  people,
  proposeInput,
  refused,
  STOCK,
} from './contractSteps';
import type { ForgeContractCase, ForgeHarness } from './ForgeHarness';
import { HOSTILE_PATHS } from './hostilePaths';

function applying(
  { forge, repository }: ForgeHarness,
  number: number,
  expectedHead: string,
  more: Partial<CommitInput> = {},
) {
  return forge.commit(repository, number, {
    files: [{ path: NEW_MART, content: 'select 2\n' }],
    actor: people.author,
    suggestion: { comment: '7', suggestedBy: people.owner.userEntityRef },
    commitMessage: 'Apply a suggestion\n\nSuido-Request: key-commits',
    expectedHead,
    ...more,
  });
}

/** Commits on the branch of a proposal, and what is between them. */
export const committingCases: readonly ForgeContractCase[] = [
  {
    name: 'commits are listed with who made them and how, and compared',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const first = await forge.propose(
        repository,
        proposeInput('commits', [createFile(NEW_MART)]),
      );
      const { number, branch } = first;
      const pushed = await commitOutside(
        branch,
        { 'models/marts/sales/note.md': 'n\n' },
        { author: people.stranger },
      );
      const applied = await applying(harness, number, pushed);
      await commitOutside(repository.baseBranch, { [STOCK]: 'select 8\n' });
      const updated = await forge.update(repository, number, {
        title: 'T',
        body: '',
        commitMessage: 'Change it\n\nWhy: 売上',
        files: [createFile(NEW_MART, 'select 1\n')],
        author: people.author,
        expectedHead: applied.headSha,
      });
      const commits = await forge.commits(repository, number);
      assert.deepEqual(
        commits.map(({ sha, title, author, origin, comment }) => [
          sha,
          title,
          author.entityRef,
          origin,
          comment,
        ]),
        [
          [
            first.headSha,
            'Add commits',
            'user:default/author',
            'portal',
            undefined,
          ],
          [
            pushed,
            commits[1].title,
            'user:default/stranger',
            'person',
            undefined,
          ],
          [
            applied.headSha,
            'Apply a suggestion',
            'user:default/author',
            'suggestion',
            '7',
          ],
          [
            updated.headSha,
            'Change it',
            'user:default/author',
            'portal',
            undefined,
          ],
        ],
      );
      for (const { at, author } of commits) {
        assert.equal(new Date(at).toISOString(), at);
        assert.notEqual(author.name, '');
      }
      assert.deepEqual(
        await forge.files(repository, number, {
          from: pushed,
          to: applied.headSha,
        }),
        [
          {
            action: 'update',
            path: NEW_MART,
            previousContent: 'select 1\n',
            content: 'select 2\n',
          },
        ],
      );
      assert.deepEqual(
        await forge.files(repository, number, { from: pushed, to: pushed }),
        [],
      );
      for (const foreign of [
        (await forge.snapshot(repository)).commitSha,
        first.baseSha,
        'f'.repeat(40),
        branch,
      ]) {
        await refused(
          'NotFoundError',
          forge.files(repository, number, { from: foreign, to: pushed }),
          foreign,
        );
        await refused(
          'NotFoundError',
          forge.files(repository, number, { from: pushed, to: foreign }),
          foreign,
        );
      }
      await refused('NotFoundError', forge.commits(repository, 999));

      await approveAndMerge(harness, updated);
      await commitOutside(repository.baseBranch, { 'README.md': 'on\n' });
      assert.deepEqual(await forge.commits(repository, number), commits);
      const whole = { from: first.headSha, to: updated.headSha };
      const files = await forge.files(repository, number, whole);
      assert(files.some(file => file.path === 'models/marts/sales/note.md'));
    },
  },
  {
    name: 'an applied suggestion is a commit of whoever applies it',
    async run(harness) {
      const { forge, repository } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('apply', [createFile(NEW_MART)]),
      );
      const { number, headSha } = proposal;
      await approve(harness, proposal);
      const applied = await applying(harness, number, headSha, {
        actor: people.coAuthor,
      });
      assert.notEqual(applied.headSha, headSha);
      assert.equal(
        (await contentsOf(harness, applied.headSha))[NEW_MART],
        'select 2\n',
      );
      // The same call again, as somebody repeats it who got no answer.
      assert.deepEqual(
        await applying(harness, number, headSha, { actor: people.coAuthor }),
        applied,
      );
      await refused(
        'ConflictError',
        applying(harness, number, headSha, {
          files: [{ path: NEW_MART, content: 'select 3\n' }],
        }),
      );
      await refused('NotAllowedError', mergeAs(harness, applied), NEW_MART);
      await refused(
        'NotAllowedError',
        approve(harness, applied, people.coAuthor),
      );
      // Whose suggestion it was did not write it: four eyes are kept by them.
      assert.deepEqual(applied.authors, [
        'user:default/author',
        'user:default/co-author',
      ]);
      assert.equal((await approveAndMerge(harness, applied)).status, 'merged');
      await refused(
        'ConflictError',
        applying(harness, number, applied.headSha, {
          files: [{ path: NEW_MART, content: 'select 4\n' }],
        }),
      );
    },
  },
  {
    name: 'a suggestion goes only where a request may write, and must change it',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('paths', [createFile(NEW_MART)]),
      );
      const apply = (path: string, content = 'x\n') =>
        applying(harness, proposal.number, proposal.headSha, {
          files: [{ path, content }],
        });
      for (const path of HOSTILE_PATHS) {
        await refused('InputError', apply(path));
      }
      await refused('InputError', apply(NEW_MART, 'select 1\n'));
      await refused(
        'InputError',
        applying(harness, proposal.number, proposal.headSha, { files: [] }),
      );
      const { number } = proposal;
      assert.deepEqual(await forge.get(repository, number), proposal);
      const moved = await commitOutside(proposal.branch, { [NEW_MART]: '\n' });
      await refused('ConflictError', apply(NEW_MART), moved);
      assert.equal((await contentsOf(harness, moved))[NEW_MART], '\n');
    },
  },
];
