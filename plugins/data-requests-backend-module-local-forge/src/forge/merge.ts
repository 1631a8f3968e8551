import { ConflictError, isError, NotAllowedError } from '@backstage/errors';
import type {
  ForgeActor,
  Mergeability,
} from '@suido/backstage-plugin-data-requests-node';
import {
  CODEOWNERS_LOCATIONS,
  parseCodeowners,
  type Codeowners,
} from '@suido/codeowners';
import type { StoredProposal } from '../database/ProposalStore';
import type { GitRepository } from '../git/GitRepository';
import { messageWithTrailers, signatures } from '../git/identity';
import { MergeRefused, mergeTrees } from '../git/threeWayMerge';
import { diffTrees, fileAt } from '../git/treeDiff';
import { approvalState, mayDecide, ownersOfPaths } from './approvals';
import { normalRef, refsOf, type RepositoryContext } from './ForgeContext';

type ResolveOwner = (handle: string) => Promise<string | undefined>;

/** Merges a proposal into its base branch; merged already is fine too. */
export async function merge(
  { git, store }: RepositoryContext,
  proposal: StoredProposal,
  input: { actor: ForgeActor; expectedHead: string },
  resolveOwner: ResolveOwner,
): Promise<StoredProposal> {
  if (proposal.headSha !== input.expectedHead) {
    throw new ConflictError(
      `Branch ${proposal.branch} is at ${proposal.headSha}, not at ${input.expectedHead}: look at the new commit before you merge it`,
    );
  }
  if (proposal.status === 'merged') {
    return proposal;
  }
  if (proposal.status === 'closed') {
    throw new ConflictError(`Proposal ${proposal.number} is closed`);
  }
  refuseOwnRequest(proposal, input.actor);
  const base = await requireBase(git, proposal);
  const reviews = await store.reviews(proposal.id);
  const paths = await changedPaths(git, base, proposal.headSha);
  const owners = await ownersOfPaths(
    await codeownersAt(git, base),
    paths,
    resolveOwner,
  );
  const actorRefs = refsOf(input.actor);
  const foreign = owners.find(path => !mayDecide(path, actorRefs));
  if (foreign) {
    throw new NotAllowedError(
      `${foreign.path} belongs to ${foreign.handles.join(
        ', ',
      )} (CODEOWNERS of ${proposal.baseBranch}); one of them must merge it`,
    );
  }
  const state = approvalState(
    owners,
    reviews,
    proposal.headSha,
    proposal.authors,
  );
  if (state.objections.length > 0) {
    throw new NotAllowedError(
      `${state.objections.join(', ')} asked for changes on this commit`,
    );
  }
  if (state.missing.length > 0) {
    const [first] = state.missing;
    throw new NotAllowedError(
      `${first.path} needs an approval of ${
        first.handles.join(' or ') || 'somebody who is not an author'
      } on commit ${proposal.headSha}`,
    );
  }
  const mergeSha = await git.writeCommit({
    tree: await mergedTree(git, base, proposal.headSha),
    parent: [base, proposal.headSha],
    message: messageWithTrailers(
      `Merge request ${proposal.number}: ${proposal.title}`,
      { requestKey: proposal.idempotencyKey },
    ),
    ...signatures(input.actor),
  });
  await git.moveBranch(proposal.baseBranch, base, mergeSha);
  return await store.update(proposal.id, {
    status: 'merged',
    mergeSha,
    seenBaseSha: mergeSha,
  });
}

/** @throws `NotAllowedError` where the request is the actor's own */
export function refuseOwnRequest(
  proposal: StoredProposal,
  actor: ForgeActor,
): void {
  if (proposal.authors.includes(normalRef(actor.userEntityRef))) {
    throw new NotAllowedError(
      `Proposal ${proposal.number} is your own; somebody else must review and merge it`,
    );
  }
}

/** Whether the contents would merge; approvals are not looked at. */
export async function mergeability(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<Mergeability> {
  if (proposal.status !== 'open') {
    return { mergeable: false, conflicts: [] };
  }
  const base = await requireBase(git, proposal);
  try {
    await mergedTree(git, base, proposal.headSha);
    return { mergeable: true, conflicts: [] };
  } catch (error) {
    if (error instanceof MergeRefused) {
      return { mergeable: false, conflicts: error.files };
    }
    if (isError(error) && error.name === 'ConflictError') {
      return { mergeable: false, conflicts: [] };
    }
    throw error;
  }
}

async function mergedTree(
  git: GitRepository,
  base: string,
  head: string,
): Promise<string> {
  const ancestor = await git.mergeBase(base, head);
  return await mergeTrees(
    git,
    (
      await git.commit(ancestor)
    ).tree,
    (
      await git.commit(base)
    ).tree,
    (
      await git.commit(head)
    ).tree,
  );
}

async function requireBase(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<string> {
  const base = await git.branch(proposal.baseBranch);
  if (base === undefined) {
    throw new ConflictError(`Base branch ${proposal.baseBranch} is gone`);
  }
  return base;
}

async function changedPaths(
  git: GitRepository,
  base: string,
  head: string,
): Promise<string[]> {
  const ancestor = await git.mergeBase(base, head);
  return (await diffTrees(git, ancestor, head)).map(change => change.path);
}

async function codeownersAt(
  git: GitRepository,
  commit: string,
): Promise<Codeowners | undefined> {
  for (const location of CODEOWNERS_LOCATIONS) {
    const file = await fileAt(git, commit, location);
    if (file) {
      const bytes = await git.blob(file.oid);
      return parseCodeowners(Buffer.from(bytes).toString('utf8'));
    }
  }
  return undefined;
}
