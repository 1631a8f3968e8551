import {
  OPEN_STATES,
  REVIEWABLE_STATES,
  type RequestAbilities,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { StoredRequest } from '../database/StoredRequest';

/** What the permission framework allows the caller on one request. */
export interface PermittedActs {
  readonly update: boolean;
  readonly review: boolean;
  readonly merge: boolean;
}

const REASONS = {
  machine: {
    en: 'Only a person can review a request.',
    ja: '依頼をレビューできるのは人だけです。',
  },
  ownRequest: {
    en: 'This is your own request. Someone else reviews and merges it.',
    ja: 'ご自身の依頼です。レビューとマージはほかの方が行います。',
  },
  noReviewPermission: {
    en: 'You do not have the permission to review this request.',
    ja: 'この依頼をレビューする権限がありません。',
  },
  noMergePermission: {
    en: 'You do not have the permission to merge this request.',
    ja: 'この依頼をマージする権限がありません。',
  },
  notYetSent: {
    en: 'The pull request is still being prepared.',
    ja: 'プルリクエストを準備しています。',
  },
  closed: {
    en: 'This request is closed.',
    ja: 'この依頼は終了しています。',
  },
  notApproved: {
    en: 'It can be merged once it is approved.',
    ja: '承認されるとマージできます。',
  },
  conflicted: {
    en: 'The files changed in the meantime. The requester has to update the request first.',
    ja: '対象のファイルが変更されています。先に依頼者による更新が必要です。',
  },
  failed: {
    en: 'The last step failed. The requester can try it again.',
    ja: '直前の処理に失敗しました。依頼者が再試行できます。',
  },
} satisfies Record<string, LocalizedText>;

/**
 * What a person may do with a request now, and why not.
 *
 * @remarks
 * Four eyes hold whatever the permissions say: nobody who wrote a part of a
 * request approves or merges it.
 *
 * @param user - entity ref; absent for a machine
 */
export function computeAbilities(
  request: StoredRequest,
  user: string | undefined,
  permitted: PermittedActs,
): RequestAbilities {
  const isReviewable =
    request.proposal !== undefined &&
    isOneOf(REVIEWABLE_STATES, request.state) &&
    request.nextStep === undefined;
  const isForeign = user !== undefined && !isOwn(request, user);
  const mayReview = isReviewable && isForeign && permitted.review;
  const merge =
    isReviewable &&
    isForeign &&
    permitted.merge &&
    request.state === 'approved';
  return {
    comment: isReviewable && user !== undefined,
    approve: mayReview,
    requestChanges: mayReview,
    merge,
    update: user !== undefined && permitted.update && isUpdatable(request),
    withdraw: user !== undefined && permitted.update && isWithdrawable(request),
    reasons: mayReview && merge ? [] : reasonsAgainst(request, user, permitted),
  };
}

/** Whether a user is among those whose own request this is. */
export function isOwn(request: StoredRequest, user: string): boolean {
  return request.requester === user || request.authors.includes(user);
}

/** Whether the spec can be changed in this state. */
export function isUpdatable(request: StoredRequest): boolean {
  return (
    request.proposal !== undefined &&
    request.nextStep === undefined &&
    (isOneOf(REVIEWABLE_STATES, request.state) || request.state === 'failed')
  );
}

/** Whether the request can be taken back in this state. */
export function isWithdrawable(request: StoredRequest): boolean {
  return request.nextStep === undefined && isOneOf(OPEN_STATES, request.state);
}

function reasonsAgainst(
  request: StoredRequest,
  user: string | undefined,
  permitted: PermittedActs,
): LocalizedText[] {
  if (!isOneOf(OPEN_STATES, request.state)) {
    return [REASONS.closed];
  }
  if (user === undefined) {
    return [REASONS.machine];
  }
  if (isOwn(request, user)) {
    return [REASONS.ownRequest];
  }
  const reasons: LocalizedText[] = [];
  if (!permitted.review) {
    reasons.push(REASONS.noReviewPermission);
  }
  if (!permitted.merge) {
    reasons.push(REASONS.noMergePermission);
  }
  const ofState = reasonOfState(request);
  return ofState ? [...reasons, ofState] : reasons;
}

function reasonOfState(request: StoredRequest): LocalizedText | undefined {
  if (request.state === 'failed') {
    return REASONS.failed;
  }
  if (request.state === 'checking' || request.nextStep !== undefined) {
    return REASONS.notYetSent;
  }
  if (request.state === 'conflicted') {
    return REASONS.conflicted;
  }
  return request.state === 'approved' ? undefined : REASONS.notApproved;
}

function isOneOf(
  states: readonly RequestState[],
  state: RequestState,
): boolean {
  return states.includes(state);
}
