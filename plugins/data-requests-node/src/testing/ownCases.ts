import assert from 'node:assert/strict';
import {
  approve,
  createFile,
  mergeAs,
  NEW_MART,
  people,
  proposeInput,
  refused,
  withGroups,
} from './contractSteps';
import { FORGE_CONTRACT_SEED, type ForgeContractCase } from './ForgeHarness';

/** No way round the rule that somebody else reviews and merges. */
export const ownCases: readonly ForgeContractCase[] = [
  {
    name: 'whoever pushes a commit, or is named in it, becomes an author',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('pushed', [createFile(NEW_MART)]),
      );
      const get = async () => {
        const found = await forge.get(repository, proposal.number);
        assert(found);
        return found;
      };
      await approve(harness, proposal);
      await commitOutside(
        proposal.branch,
        { [NEW_MART]: 'select 2\n' },
        { author: people.owner },
      );
      const moved = await get();
      assert.deepEqual(moved.authors, [
        'user:default/author',
        'user:default/owner',
      ]);
      // Their approval of the commit before is void, and a new one refused.
      await refused('NotAllowedError', approve(harness, moved));
      await approve(harness, moved, people.otherOwner);
      await refused('NotAllowedError', mergeAs(harness, moved));

      // A robot's commit belongs to the person who is named beside it.
      await commitOutside(
        proposal.branch,
        { [NEW_MART]: 'select 3\n' },
        { coAuthors: [people.otherOwner] },
      );
      const again = await get();
      assert(again.authors.includes('user:default/other-owner'));
      await refused(
        'NotAllowedError',
        approve(harness, again, people.otherOwner),
      );
      // Nor does it help that the commit is no longer the newest.
      await commitOutside(proposal.branch, { [NEW_MART]: 'select 4\n' });
      const last = await get();
      assert.deepEqual(last.authors, again.authors);
      for (const by of [people.owner, people.otherOwner, people.author]) {
        await refused('NotAllowedError', approve(harness, last, by));
        await refused('NotAllowedError', mergeAs(harness, last, by));
      }
      const fourth = withGroups('fourth', ['sales']);
      await approve(harness, last, fourth);
      assert.equal((await mergeAs(harness, last, fourth)).status, 'merged');
    },
  },
  {
    name: 'commits that came in from the base make nobody an author',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('from-base', [createFile(NEW_MART)]),
      );
      await commitOutside(
        repository.baseBranch,
        { 'README.md': '# Theirs\n' },
        { author: people.owner },
      );
      const updated = await forge.update(repository, proposal.number, {
        title: 'T',
        body: '',
        commitMessage: 'C',
        files: [createFile(NEW_MART, 'select 2\n')],
        author: people.author,
        expectedHead: proposal.headSha,
      });
      const restarted = await harness.restart();
      const found = await restarted.get(repository, proposal.number);
      for (const { authors } of [updated, found ?? updated]) {
        assert.deepEqual(authors, ['user:default/author']);
      }
      await approve(harness, updated);
      assert.equal((await mergeAs(harness, updated)).status, 'merged');
    },
  },
  {
    name: 'a change of groups opens no way to one’s own, and closes those left',
    async run(harness) {
      const { forge, repository } = harness;
      const outsider = withGroups('late', ['marketing']);
      const proposal = await forge.propose(
        repository,
        proposeInput('groups', [createFile(NEW_MART)], { author: outsider }),
      );
      // The author joins the group that owns the file.
      const joined = withGroups('late', ['sales']);
      await refused('NotAllowedError', approve(harness, proposal, joined));
      await approve(harness, proposal);
      await refused('NotAllowedError', mergeAs(harness, proposal, joined));
      // Who left the group owns nothing any more; who joined it, does.
      const left = withGroups('owner', ['marketing']);
      await refused(
        'NotAllowedError',
        mergeAs(harness, proposal, left),
        NEW_MART,
      );
      await approve(harness, proposal, people.stranger);
      const newcomer = withGroups('stranger', ['sales']);
      await approve(harness, proposal, newcomer);
      const merged = await mergeAs(harness, proposal, newcomer);
      assert.equal(merged.status, 'merged');
    },
  },
  {
    name: 'of the places of CODEOWNERS the first counts, on the base branch',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('places', [createFile(NEW_MART)]),
      );
      // The branch itself has no say in who owns it.
      const headSha = await commitOutside(proposal.branch, {
        '.github/CODEOWNERS': '* @marketing\n',
      });
      const moved = { ...proposal, headSha };
      await approve(harness, moved, people.stranger);
      await refused(
        'NotAllowedError',
        mergeAs(harness, moved, people.stranger),
      );
      await commitOutside(proposal.branch, {
        '.github/CODEOWNERS': FORGE_CONTRACT_SEED['.github/CODEOWNERS'],
      });
      const now = await forge.get(repository, proposal.number);
      assert(now);
      const base = repository.baseBranch;
      await approve(harness, now, people.stranger);
      await commitOutside(base, {
        CODEOWNERS: '* @marketing\n',
        'docs/CODEOWNERS': '* @nobody-here\n',
      });
      const merge = () => mergeAs(harness, now, people.stranger);
      await refused('NotAllowedError', merge(), NEW_MART);
      await commitOutside(base, {
        '.github/CODEOWNERS': undefined,
        CODEOWNERS: undefined,
      });
      await refused('NotAllowedError', merge(), NEW_MART);
      await commitOutside(base, { CODEOWNERS: '* @marketing\n' });
      assert.equal((await merge()).status, 'merged');
    },
  },
];
