import { followProposal, summarize } from '../../services/followProposal';
import { finishStep } from '../finishStep';
import type { StepRunner } from '../StepContext';
import { makePullRequest } from './makePullRequest';
import { openProposal } from './propose';

/** Closes the pull request of a request that was taken back. */
export const close: StepRunner = async (claim, context) => {
  const { request } = claim;
  const { forge, repository } = context.targets.get(request.target);
  const actor = request.stepInput?.actor;
  // A crash may have hidden which proposal was made: asking again finds it.
  const known =
    request.proposal ??
    (request.proposing
      ? summarize(
          await openProposal(
            claim,
            context,
            await makePullRequest(request, context),
          ),
        )
      : undefined);
  const proposal = known && (await forge.get(repository, known.number));
  const closed =
    proposal?.status === 'open' && actor
      ? await forge.close(repository, proposal.number, { actor })
      : proposal;
  await finishStep(claim, context, current => ({
    patch: {
      proposing: false,
      ...(closed &&
        followProposal(current, closed, { hasConflicts: false })?.patch),
    },
  }));
  return 'done';
};
