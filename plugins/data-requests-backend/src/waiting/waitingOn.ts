import type {
  RequestState,
  Waiting,
  WaitsOn,
} from '@suido/backstage-plugin-data-requests-common';
import type { StoredRequest } from '../database/StoredRequest';

const WAITS_ON: Readonly<Record<RequestState, WaitsOn>> = {
  draft: 'author',
  checking: 'portal',
  'in-review': 'reviewers',
  'changes-requested': 'author',
  approved: 'mergers',
  // What is merged waits for the next run to build it
  merged: 'portal',
  deployed: 'nobody',
  granted: 'nobody',
  expired: 'nobody',
  revoked: 'nobody',
  withdrawn: 'nobody',
  lapsed: 'nobody',
  conflicted: 'author',
  failed: 'author',
};

/**
 * Whose move a request is, and since when.
 *
 * @remarks
 * Nobody reviews or merges what they wrote, so authors are never waited for as
 * reviewers. Owners by CODEOWNERS merge; where the portal knows none of them,
 * those whose review was asked for instead.
 */
export function waitingOn(
  request: StoredRequest,
): Pick<Waiting, 'on' | 'people' | 'since'> {
  const on = WAITS_ON[request.state];
  return { on, people: peopleOf(on, request), since: request.stateSince };
}

function peopleOf(on: WaitsOn, request: StoredRequest): string[] {
  switch (on) {
    case 'author':
      return [request.requester];
    case 'reviewers':
      return withoutAuthors(request.reviewers, request);
    case 'mergers': {
      const owners = request.evaluation.reviewers.flatMap(
        ({ entityRef }) => entityRef ?? [],
      );
      return withoutAuthors(
        owners.length > 0 ? owners : request.reviewers,
        request,
      );
    }
    default:
      return [];
  }
}

function withoutAuthors(
  people: readonly string[],
  { authors, requester }: StoredRequest,
): string[] {
  return [...new Set(people)].filter(
    person => person !== requester && !authors.includes(person),
  );
}
