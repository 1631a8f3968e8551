import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import type { RequestChanges } from '../../api/useRequest';

/** What of the review box is shown; what authors do stands with the next step. */
export interface AvailableActs {
  readonly comment: boolean;
  readonly approve: boolean;
  readonly requestChanges: boolean;
  /** `blocked`: the reader may merge, but the change does not fit just now. */
  readonly merge: 'open' | 'blocked' | 'hidden';
  /** Whether the files to judge are there; a review names their commit. */
  readonly canReview: boolean;
  /** Whether there is anything to write a text for. */
  readonly say: boolean;
  /** Whether anything can still become of the request. */
  readonly isOpen: boolean;
  readonly nothing: boolean;
}

const CLOSED = new Set([
  'merged',
  'deployed',
  'granted',
  'expired',
  'revoked',
  'withdrawn',
  'lapsed',
]);

/**
 * What the reader may do now: what the server allows, as far as what it is
 * done to (the files at the head) is known.
 */
export function availableActs(
  { abilities, state }: DataRequest,
  changes: Pick<RequestChanges, 'mergeable'> | undefined,
): AvailableActs {
  const mergeIfAllowed = changes?.mergeable ? 'open' : 'blocked';
  const acts = {
    comment: abilities.comment,
    approve: abilities.approve,
    requestChanges: abilities.requestChanges,
    merge: abilities.merge ? mergeIfAllowed : 'hidden',
  } as const;
  return {
    ...acts,
    canReview: changes !== undefined,
    say: acts.comment || acts.approve || acts.requestChanges,
    isOpen: !CLOSED.has(state),
    nothing: !Object.values(acts).some(
      act => act !== false && act !== 'hidden',
    ),
  };
}
