import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { OPEN_STATES } from '@suido/backstage-plugin-data-requests-common';
import type { RequestStore } from '../database/RequestStore';
import type { ProposalFollower } from '../services/ProposalFollower';

/**
 * Lets every open request follow its proposal, so that what happened on the
 * forge while the portal was down, or past it, is in the rows.
 *
 * @returns how many requests were looked at
 */
export async function reconcile(options: {
  store: RequestStore;
  follower: ProposalFollower;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<number> {
  const { store, follower, logger, signal } = options;
  const ids = await store.idsWithProposal(OPEN_STATES);
  for (const id of ids) {
    if (signal?.aborted) {
      break;
    }
    try {
      await follower.follow(id);
    } catch (error) {
      logger.warn(
        `Request ${id} could not be compared with its pull request: ${stringifyError(
          error,
        )}`,
      );
    }
  }
  return ids.length;
}
