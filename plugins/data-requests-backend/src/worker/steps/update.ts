import { InputError, isError, NotFoundError } from '@backstage/errors';
import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import type { ClaimedStep } from '../../database/StepQueue';
import { followFacts } from '../../services/followFacts';
import {
  followProposal,
  summarize,
  type FollowOptions,
} from '../../services/followProposal';
import type { RequestChange } from '../../database/RequestStore';
import type { StoredRequest } from '../../database/StoredRequest';
import { finishStep } from '../finishStep';
import type { StepContext, StepRunner } from '../StepContext';
import { makePullRequest, type PullRequestContent } from './makePullRequest';

/** Brings a changed spec into the pull request that is already open. */
export const update: StepRunner = async (claim, context) => {
  const { request } = claim;
  const content = await makePullRequest(request, context);
  const { proposal, isForeign } = await updateProposal(claim, context, content);
  const facts = {
    actor: request.stepInput?.actor.userEntityRef,
    ...(await followFacts(request, proposal, {
      ...context.targets.get(request.target),
      revisions: context.revisions,
    })),
    hasConflicts: false,
  };
  await finishStep(claim, context, current =>
    isForeign
      ? noteForeignHead(current, proposal, facts)
      : noteUpdate(current, proposal, content, facts),
  );
  return 'done';
};

/**
 * Updates the proposal, or finds that this was done before a crash: the forge
 * knows its own earlier work again. Where it refuses, the head tells why: at
 * another commit it is somebody else's; at the expected one the change itself
 * goes against what is there, which `judgeFailure` then shows.
 */
async function updateProposal(
  claim: ClaimedStep,
  context: StepContext,
  { evaluated, text }: PullRequestContent,
): Promise<{ proposal: Proposal; isForeign: boolean }> {
  const { request } = claim;
  const { forge, repository } = context.targets.get(request.target);
  const { actor: author, expectedHead } = request.stepInput ?? {};
  if (!author || !expectedHead || !request.proposal) {
    throw new InputError(
      `Request '${request.id}' has no pull request to update; withdraw it and send it again.`,
    );
  }
  const { number } = request.proposal;
  const read = async () => {
    const proposal = await forge.get(repository, number);
    if (!proposal) {
      throw new NotFoundError(
        `Pull request ${number} is no longer in repository '${repository.repository}'.`,
      );
    }
    return proposal;
  };
  const before = await read();
  if (before.status !== 'open') {
    return { proposal: before, isForeign: true };
  }
  try {
    const proposal = await forge.update(repository, number, {
      ...text,
      files: evaluated.changeSet.files,
      author,
      expectedHead,
    });
    return { proposal, isForeign: false };
  } catch (error) {
    if (isError(error) && error.name === 'ConflictError') {
      const proposal = await read();
      if (proposal.headSha !== expectedHead || proposal.status !== 'open') {
        return { proposal, isForeign: true };
      }
    }
    throw error;
  }
}

function noteUpdate(
  current: StoredRequest,
  proposal: Proposal,
  content: PullRequestContent,
  facts: FollowOptions,
): RequestChange {
  const followed = followProposal(current, proposal, facts);
  const isNewCommit = proposal.headSha !== current.stepInput?.expectedHead;
  return {
    patch: { ...content.patch, ...followed?.patch },
    entries: [
      {
        type: 'updated',
        actor: facts.actor,
        revision: current.revision,
        headSha: proposal.headSha,
      },
      ...(followed?.entries ?? []),
    ],
    notices: followed?.notices,
    ...(isNewCommit && { madeCommit: proposal.headSha }),
  };
}

/** The foreign head is kept, so the row stays in conflict as long as it does. */
function noteForeignHead(
  current: StoredRequest,
  proposal: Proposal,
  facts: FollowOptions,
): RequestChange {
  const { actor: _, ...known } = facts;
  const followed = followProposal(current, proposal, known) ?? { patch: {} };
  return proposal.status === 'open'
    ? {
        ...followed,
        patch: {
          ...followed.patch,
          state: 'conflicted',
          stateReason: `The pull request moved to commit ${proposal.headSha} meanwhile; look at it and change the request again. / プルリクエストに別のコミット ${proposal.headSha} が追加されました。内容をご確認のうえ、依頼を更新してください。`,
          failedStep: 'update',
          proposal: summarize(proposal),
        },
      }
    : followed;
}
