import { isError } from '@backstage/errors';
import { followFacts } from '../../services/followFacts';
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
      ? await forge
          .close(repository, proposal.number, { actor })
          .catch(async (error: unknown) => {
            if (isError(error) && error.name === 'ConflictError') {
              // Merged between our look and this call: then that stands.
              return forge.get(repository, proposal.number);
            }
            throw error;
          })
      : proposal;
  const facts =
    closed &&
    (await followFacts(request, closed, {
      forge,
      repository,
      revisions: context.revisions,
    }));
  await finishStep(claim, context, current => {
    const followed = closed && facts && followProposal(current, closed, facts);
    return {
      ...followed,
      patch: { proposing: false, ...followed?.patch },
    };
  });
  return 'done';
};
