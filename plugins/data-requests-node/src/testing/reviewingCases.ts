import assert from 'node:assert/strict';
import {
  approve,
  contentsOf,
  createFile,
  mergeAs,
  NEW_MART,
  people,
  proposeInput,
  refused,
  SHARED,
  STOCK,
  updateFile,
} from './contractSteps';
import { FORGE_CONTRACT_SEED, type ForgeContractCase } from './ForgeHarness';

/** Who may let a change in, and when. */
export const reviewingCases: readonly ForgeContractCase[] = [
  {
    name: 'nobody reviews or merges their own, nor the people they wrote with',
    async run(harness) {
      const { forge, repository } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('own', [createFile(NEW_MART)], {
          coAuthors: [people.coAuthor],
        }),
      );
      const loud = {
        ...people.author,
        userEntityRef: people.author.userEntityRef.toUpperCase(),
      };
      for (const by of [people.author, people.coAuthor, loud]) {
        await refused('NotAllowedError', approve(harness, proposal, by));
      }
      await approve(harness, proposal);
      for (const by of [people.author, people.coAuthor, loud]) {
        await refused('NotAllowedError', mergeAs(harness, proposal, by));
      }
      // Whoever updates a proposal becomes one of its authors, and then their
      // approval counts no more, even where the update made no new commit.
      const updateAsOwner = (expectedHead: string, content: string) =>
        forge.update(repository, proposal.number, {
          title: 'T',
          body: '',
          commitMessage: 'C',
          files: [createFile(NEW_MART, content)],
          author: people.owner,
          expectedHead,
        });
      const retitled = await updateAsOwner(proposal.headSha, 'select 1\n');
      assert.equal(retitled.headSha, proposal.headSha);
      await refused(
        'NotAllowedError',
        mergeAs(harness, retitled, people.otherOwner),
        NEW_MART,
      );
      const updated = await updateAsOwner(retitled.headSha, 'select 2\n');
      assert(updated.authors.includes('user:default/owner'));
      await refused('NotAllowedError', approve(harness, updated));
      await approve(harness, updated, people.otherOwner);
      await refused('NotAllowedError', mergeAs(harness, updated));
      const merged = await mergeAs(harness, updated, people.otherOwner);
      assert.equal(merged.status, 'merged');
    },
  },
  {
    name: 'a merge needs an owner of every file, by CODEOWNERS of the base',
    async run(harness) {
      const { forge, repository } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('owners', [createFile(NEW_MART), createFile(SHARED)]),
      );
      await refused('NotAllowedError', mergeAs(harness, proposal), NEW_MART);
      await approve(harness, proposal, people.stranger);
      await approve(harness, proposal, people.productOwner);
      await refused('NotAllowedError', mergeAs(harness, proposal), NEW_MART);
      await approve(harness, proposal);
      await refused(
        'NotAllowedError',
        mergeAs(harness, proposal, people.stranger),
        NEW_MART,
      );
      await refused(
        'NotAllowedError',
        mergeAs(harness, proposal, people.productOwner),
        NEW_MART,
      );
      await harness.commitOutside(repository.baseBranch, {
        '.github/CODEOWNERS': '* @nobody-here\n',
      });
      await refused('NotAllowedError', mergeAs(harness, proposal));
      await harness.commitOutside(repository.baseBranch, {
        '.github/CODEOWNERS': FORGE_CONTRACT_SEED['.github/CODEOWNERS'],
      });
      assert.equal((await mergeAs(harness, proposal)).status, 'merged');

      const free = await forge.propose(
        repository,
        proposeInput('free', [updateFile(STOCK, 'select 2\n')]),
      );
      await refused('NotAllowedError', mergeAs(harness, free), STOCK);
      await approve(harness, free, people.stranger);
      await mergeAs(harness, free, people.stranger);

      const path = 'models/marts/orphaned/a.sql';
      const orphaned = await forge.propose(
        repository,
        proposeInput('orphaned', [createFile(path)]),
      );
      await approve(harness, orphaned);
      await refused('NotAllowedError', mergeAs(harness, orphaned), path);
    },
  },
  {
    name: 'a new commit voids reviews; the latest verdict on the head counts',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('void', [createFile(NEW_MART)]),
      );
      await approve(harness, proposal);
      const headSha = await commitOutside(proposal.branch, {
        [NEW_MART]: 'select 666\n',
      });
      const moved = await forge.get(repository, proposal.number);
      assert(moved);
      assert.equal(moved.headSha, headSha);
      await refused('NotAllowedError', mergeAs(harness, moved), NEW_MART);

      const verdict = (by: typeof people.owner, what: 'request-changes') =>
        forge.review(repository, proposal.number, {
          actor: by,
          verdict: what,
          body: 'Not yet',
          expectedHead: headSha,
        });
      await approve(harness, moved);
      await verdict(people.stranger, 'request-changes');
      await verdict(people.otherOwner, 'request-changes');
      await refused(
        'NotAllowedError',
        mergeAs(harness, moved),
        'user:default/other-owner',
      );
      await approve(harness, moved, people.otherOwner);
      await verdict(people.owner, 'request-changes');
      await refused(
        'NotAllowedError',
        mergeAs(harness, moved),
        'user:default/owner',
      );
      const approved = await approve(harness, moved);
      assert.equal(approved.reviews.length, 7);
      assert.equal(approved.reviews[0].headSha, proposal.headSha);
      assert.equal((await mergeAs(harness, moved)).status, 'merged');
    },
  },
  {
    name: 'a closed proposal stays readable and cannot be merged',
    async run(harness) {
      const { forge, repository } = harness;
      const input = proposeInput('closed', [createFile(NEW_MART)]);
      const proposal = await forge.propose(repository, input);
      await approve(harness, proposal);
      const close = () =>
        forge.close(repository, proposal.number, { actor: people.author });
      assert.equal((await close()).status, 'closed');
      assert.equal((await close()).status, 'closed');
      await refused('ConflictError', mergeAs(harness, proposal));
      assert.equal(
        (await contentsOf(harness, input.branch))[NEW_MART],
        'select 1\n',
      );
      assert.equal((await forge.files(repository, proposal.number)).length, 1);
      const again = await forge.propose(repository, input);
      assert.equal(again.status, 'closed');
    },
  },
  {
    name: 'what does not exist is not found',
    async run(harness) {
      const { forge, repository } = harness;
      const elsewhere = { ...repository, repository: 'no-such-repository' };
      for (const result of [
        forge.snapshot(elsewhere),
        forge.propose(elsewhere, proposeInput('x', [createFile(NEW_MART)])),
        forge.files(repository, 999),
        forge.mergeability(repository, 999),
        forge.comment(repository, 999, { actor: people.owner, body: 'x' }),
        forge.close(repository, 999, { actor: people.owner }),
      ]) {
        await refused('NotFoundError', result);
      }
      assert.equal(await forge.resolveOwner('nobody@example.com'), undefined);
      assert.equal(await forge.resolveOwner('@sales'), 'group:default/sales');
    },
  },
];
