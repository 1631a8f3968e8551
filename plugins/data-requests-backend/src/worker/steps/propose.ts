import { InputError } from '@backstage/errors';
import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import type { ClaimedStep } from '../../database/StepQueue';
import { followProposal } from '../../services/followProposal';
import { finishStep } from '../finishStep';
import type { StepContext, StepRunner } from '../StepContext';
import {
  branchOf,
  makePullRequest,
  type PullRequestContent,
} from './makePullRequest';

/** Opens the pull request of a new request. */
export const propose: StepRunner = async (claim, context) => {
  const content = await makePullRequest(claim.request, context);
  const proposal = await openProposal(claim, context, content);
  const madeCommit = await commitMade(claim, context, proposal);
  await finishStep(claim, context, current => {
    const followed = followProposal(
      { ...current, proposal: undefined },
      proposal,
      { hasConflicts: false },
    );
    return {
      patch: { ...content.patch, proposing: false, ...followed?.patch },
      entries: [
        {
          type: 'proposed',
          actor: current.requester,
          number: proposal.number,
          headSha: proposal.headSha,
        },
        ...(followed?.entries ?? []),
      ],
      madeCommit,
    };
  });
  return 'done';
};

/**
 * The commit that the portal made. Where an earlier try may have made it,
 * somebody may have built on it meanwhile.
 */
async function commitMade(
  { request }: ClaimedStep,
  { targets }: StepContext,
  { number, headSha }: Proposal,
): Promise<string | undefined> {
  if (!request.proposing) {
    return headSha;
  }
  const { forge, repository } = targets.get(request.target);
  const commits = await forge.commits(repository, number);
  return commits.findLast(({ origin }) => origin === 'portal')?.sha;
}

/**
 * Asks the forge for the proposal; asking again finds the same one.
 *
 * @remarks
 * Before the forge is asked, the row notes that it may hold a proposal. So a
 * request that is withdrawn after a crash right here still gets its pull
 * request closed.
 */
export async function openProposal(
  claim: ClaimedStep,
  context: StepContext,
  { evaluated, text }: PullRequestContent,
): Promise<Proposal> {
  const { request } = claim;
  const { forge, repository } = context.targets.get(request.target);
  const author = request.stepInput?.actor;
  if (!author) {
    throw new InputError(`Request '${request.id}' has nobody to act for`);
  }
  await context.queue.markProposing(claim);
  return forge.propose(repository, {
    idempotencyKey: request.id,
    branch: branchOf(request),
    ...text,
    files: evaluated.changeSet.files,
    author,
    coAuthors: [],
  });
}
