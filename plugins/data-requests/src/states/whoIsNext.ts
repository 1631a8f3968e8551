import type {
  DataRequest,
  RequestState,
  WaitsOn,
} from '@suido/backstage-plugin-data-requests-common';

/** Whose move it is. */
export type Waiter =
  | 'portal'
  | 'reviewers'
  | 'merger'
  | 'requester'
  | 'you'
  | 'nobody';

const WAITERS: Readonly<Record<RequestState, Waiter>> = {
  draft: 'requester',
  checking: 'portal',
  'in-review': 'reviewers',
  'changes-requested': 'requester',
  approved: 'merger',
  merged: 'portal',
  deployed: 'nobody',
  granted: 'nobody',
  expired: 'nobody',
  revoked: 'nobody',
  withdrawn: 'nobody',
  lapsed: 'nobody',
  conflicted: 'requester',
  failed: 'requester',
};

interface WaitingRequest {
  readonly state: RequestState;
  readonly requester: string;
  /** What the reader may do, where known. */
  readonly abilities?: { readonly approve: boolean; readonly merge: boolean };
}

/**
 * Whom a request waits for.
 * @param viewer - entity ref of the reader, who is called "you" where it is
 * the reader's move
 */
export function waitsFor(
  { state, requester, abilities }: WaitingRequest,
  viewer?: string,
): Waiter {
  const waiter = WAITERS[state];
  const isYours =
    (waiter === 'requester' && viewer === requester) ||
    (waiter === 'reviewers' && abilities?.approve === true) ||
    (waiter === 'merger' && abilities?.merge === true);
  return isYours ? 'you' : waiter;
}

const WAITER_OF: Readonly<Record<WaitsOn, Waiter>> = {
  author: 'requester',
  reviewers: 'reviewers',
  mergers: 'merger',
  portal: 'portal',
  nobody: 'nobody',
};

/**
 * Whom a request waits for, as the server says it.
 * @param viewer - entity ref of the reader
 */
export function waiterOf(
  {
    waiting: { on, people },
    abilities,
    requester,
  }: Pick<DataRequest, 'waiting' | 'abilities' | 'requester'>,
  viewer?: string,
): Waiter {
  const isYours =
    (viewer !== undefined && people.includes(viewer)) ||
    (on === 'author' && viewer === requester) ||
    (on === 'reviewers' && abilities.approve) ||
    (on === 'mergers' && abilities.merge);
  return isYours ? 'you' : WAITER_OF[on];
}

/** Whether the portal itself is at work on it, so that a change is near. */
export function isMoving(state: RequestState): boolean {
  return WAITERS[state] === 'portal';
}
