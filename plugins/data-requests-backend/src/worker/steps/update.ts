import { InputError, NotFoundError } from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import type { ClaimedStep } from '../../database/StepQueue';
import { followProposal, summarize } from '../../services/followProposal';
import type { RequestChange } from '../../database/RequestStore';
import type { StoredRequest } from '../../database/StoredRequest';
import { finishStep } from '../finishStep';
import type { StepContext, StepRunner } from '../StepContext';
import { makePullRequest, type PullRequestContent } from './makePullRequest';

/** Brings a changed spec into the pull request that is already open. */
export const update: StepRunner = async (claim, context) => {
  const content = await makePullRequest(claim.request, context);
  const { proposal, isForeign } = await updateProposal(claim, context, content);
  await finishStep(claim, context, current =>
    isForeign
      ? noteForeignHead(current, proposal)
      : noteUpdate(current, proposal, content),
  );
  return 'done';
};

/**
 * Updates the proposal, or finds that this was done before a crash.
 *
 * @remarks
 * The forge refuses when the head moved, so a repeated update cannot tell by
 * itself whether the head is its own earlier work or somebody's commit. The
 * files tell: where the head already has exactly these, it is ours.
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
  const proposal = await forge.get(repository, number);
  if (!proposal) {
    throw new NotFoundError(
      `Pull request ${number} is no longer in repository '${repository.repository}'.`,
    );
  }
  const { files } = evaluated.changeSet;
  if (proposal.headSha === expectedHead && proposal.status === 'open') {
    const updated = await forge.update(repository, number, {
      ...text,
      files,
      author,
      expectedHead,
    });
    return { proposal: updated, isForeign: false };
  }
  const present = await forge.files(repository, number);
  return { proposal, isForeign: !hasSameContent(present, files) };
}

function noteUpdate(
  current: StoredRequest,
  proposal: Proposal,
  content: PullRequestContent,
): RequestChange {
  const followed = followProposal(current, proposal, { hasConflicts: false });
  return {
    patch: { ...content.patch, ...followed?.patch },
    entries: [
      {
        type: 'updated',
        actor: current.stepInput?.actor.userEntityRef,
        revision: current.revision,
        headSha: proposal.headSha,
      },
      ...(followed?.entries ?? []),
    ],
  };
}

/** The foreign head is kept, so the row stays in conflict as long as it does. */
function noteForeignHead(
  current: StoredRequest,
  proposal: Proposal,
): RequestChange {
  if (proposal.status !== 'open') {
    return (
      followProposal(current, proposal, { hasConflicts: false }) ?? {
        patch: {},
      }
    );
  }
  return {
    patch: {
      state: 'conflicted',
      stateReason: `The pull request moved to commit ${proposal.headSha} meanwhile; look at it and change the request again. / プルリクエストに別のコミット ${proposal.headSha} が追加されました。内容をご確認のうえ、依頼を更新してください。`,
      failedStep: 'update',
      proposal: summarize(proposal),
    },
  };
}

function hasSameContent(
  actual: readonly FileChange[],
  wanted: readonly FileChange[],
): boolean {
  const contentByPath = new Map(
    wanted.map(file => [file.path, contentOf(file)]),
  );
  return (
    actual.length === wanted.length &&
    actual.every(
      file =>
        contentByPath.has(file.path) &&
        contentByPath.get(file.path) === contentOf(file),
    )
  );
}

function contentOf(file: FileChange): string | undefined {
  return file.action === 'delete' ? undefined : file.content;
}
