import type { GitRepository } from '../git/GitRepository';
import type { ProposalStore, StoredProposal } from '../database/ProposalStore';
import { DamagedRepository } from '../git/storageFaults';
import { recoverWritten } from './recoverWritten';
import { peopleOf, type ResolvePerson } from './branchCommits';

/** Whether git may know more of an open proposal than its row. */
export async function isBehindGit(
  repository: GitRepository,
  proposal: StoredProposal,
): Promise<boolean> {
  return (
    proposal.status === 'open' &&
    ((await repository.branch(proposal.branch)) !== proposal.headSha ||
      (await repository.branch(proposal.baseBranch)) !== proposal.seenBaseSha)
  );
}

/**
 * Makes a row say what the branches say: a moved head (a push, or a process
 * that died before it wrote the row), a head that the base branch contains
 * (merged), a branch that is gone (closed). Whoever has a part in the commits
 * of a moved head becomes an author. Call it under the lock.
 *
 * @throws `DamagedRepository` where this is another repository than the one
 *   that the proposal was made in: nobody deleted its branch there
 */
export async function reconcile(
  repository: GitRepository,
  store: ProposalStore,
  proposal: StoredProposal,
  personOf: ResolvePerson,
): Promise<StoredProposal> {
  if (!(await isBehindGit(repository, proposal))) {
    return proposal;
  }
  const base = await repository.branch(proposal.baseBranch);
  const head = await repository.branch(proposal.branch);
  if (head === undefined && !(await repository.resolve(proposal.baseSha))) {
    throw new DamagedRepository(
      repository.gitdir,
      `it has neither branch ${proposal.branch} nor commit ${proposal.baseSha} that it was made from (is this the right folder?)`,
    );
  }
  const headSha = head ?? proposal.headSha;
  if (base !== undefined && (await repository.isAncestor(headSha, base))) {
    return await store.update(proposal.id, {
      headSha,
      status: 'merged',
      mergeSha: await mergeCommitOf(repository, base, headSha),
      seenBaseSha: base,
    });
  }
  return await store.update(proposal.id, {
    headSha,
    status: head === undefined ? 'closed' : 'open',
    seenBaseSha: base,
    ...(headSha !== proposal.headSha && {
      written: await recoverWritten(repository, proposal, headSha),
      authors: await authorsOf(repository, { ...proposal, headSha }, personOf),
    }),
  });
}

/** The known authors, and everybody with a part in the commits of the branch. */
export async function authorsOf(
  repository: GitRepository,
  proposal: StoredProposal,
  personOf: ResolvePerson,
): Promise<string[]> {
  const people = await peopleOf(repository, proposal, personOf);
  return [...new Set([...proposal.authors, ...people])];
}

/** The commit by which the head came into the base branch. */
async function mergeCommitOf(
  repository: GitRepository,
  base: string,
  head: string,
): Promise<string> {
  let current: string | undefined = base;
  let found = base;
  while (current !== undefined) {
    const parents: string[] = (await repository.commit(current)).parent;
    if (parents.slice(1).includes(head)) {
      return current;
    }
    // Down the first parents, as far as the head is still contained.
    current =
      parents[0] && (await repository.isAncestor(head, parents[0]))
        ? parents[0]
        : undefined;
    found = current ?? found;
  }
  return found;
}
