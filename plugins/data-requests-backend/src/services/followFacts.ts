import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import type { RevisionStore } from '../database/RevisionStore';
import type { StoredRequest } from '../database/StoredRequest';
import type { ConnectedTarget } from '../targets/Targets';
import type { FollowOptions } from './followProposal';
import { readableSince } from './readableSince';

/**
 * What has to be known beside a proposal to follow it; asks for no more than
 * what its row has not seen yet.
 */
export async function followFacts(
  request: StoredRequest,
  proposal: Proposal,
  {
    forge,
    repository,
    revisions,
  }: Pick<ConnectedTarget, 'forge' | 'repository'> & {
    readonly revisions: RevisionStore;
  },
): Promise<Omit<FollowOptions, 'actor'>> {
  const { number } = proposal;
  const hasMoved =
    request.proposal !== undefined &&
    request.proposal.headSha !== proposal.headSha;
  const isNews = hasMoved || proposal.comments.length > request.commentsSeen;
  return {
    hasConflicts:
      request.state === 'conflicted' && proposal.status === 'open'
        ? !(await forge.mergeability(repository, number)).mergeable
        : false,
    ...(hasMoved && { commits: await forge.commits(repository, number) }),
    ...(isNews && {
      readableSince: readableSince(request, await revisions.list(request.id)),
    }),
  };
}
