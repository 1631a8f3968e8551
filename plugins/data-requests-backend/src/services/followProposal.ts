import {
  OPEN_STATES,
  type ProposalSummary,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type {
  ForgeCommit,
  ForgeReview,
  Proposal,
} from '@suido/backstage-plugin-data-requests-node';
import type { RequestChange } from '../database/RequestStore';
import type { RequestPatch, StoredRequest } from '../database/StoredRequest';
import type { NewTimelineEntry } from '../database/TimelineStore';
import { noticesOf } from './noticesOf';

/** What is known beside the proposal itself. */
export interface FollowOptions {
  /** Entity ref of whoever caused the change through the portal. */
  readonly actor?: string;
  /** Whether the base moved against the proposal; asked only of `conflicted`. */
  readonly hasConflicts: boolean;
  /** Commits of the branch; asked only where its head moved. */
  readonly commits?: readonly ForgeCommit[];
  /** Since when whoever acted may be taken to read the request still. */
  readonly readableSince?: string;
}

/**
 * The change that makes a row say what its proposal on the forge says.
 *
 * @remarks
 * Git is the truth: this one function writes down every outcome, whether the
 * portal caused it a moment ago, before a crash, or somebody else did. It is
 * idempotent: reviews and comments that the timeline already has are counted,
 * so following the same proposal twice changes nothing. Commits that applied a
 * suggestion are told whenever the head moved; the store drops what it has.
 *
 * @returns `undefined` where the row already says it
 */
export function followProposal(
  current: StoredRequest,
  proposal: Proposal,
  options: FollowOptions,
): RequestChange | undefined {
  const entries = unseenEntries(current, proposal, options.commits);
  const summary = summarize(proposal);
  const authors = [...new Set([...current.authors, ...proposal.authors])];
  const state = stateOf(current, proposal, options.hasConflicts);
  if (state === 'merged' && state !== current.state) {
    entries.push({
      type: 'merged',
      actor: options.actor,
      mergeSha: proposal.mergeSha ?? proposal.headSha,
    });
  }
  const patch: RequestPatch = {
    ...(!isSameProposal(summary, current.proposal) && { proposal: summary }),
    ...(authors.length > current.authors.length && { authors }),
    ...(proposal.reviews.length > current.reviewsSeen && {
      reviewsSeen: proposal.reviews.length,
    }),
    ...(proposal.comments.length > current.commentsSeen && {
      commentsSeen: proposal.comments.length,
    }),
    ...(state !== current.state && statePatch(state, current)),
  };
  return Object.keys(patch).length > 0
    ? {
        patch,
        entries,
        actor: options.actor,
        notices: noticesOf(current, proposal, options),
      }
    : undefined;
}

/** What a row keeps of a proposal. */
export function summarize(proposal: Proposal): ProposalSummary {
  return {
    number: proposal.number,
    url: proposal.url,
    branch: proposal.branch,
    headSha: proposal.headSha,
    baseSha: proposal.baseSha,
    mergeSha: proposal.mergeSha,
  };
}

function statePatch(state: RequestState, current: StoredRequest): RequestPatch {
  if (state === 'merged') {
    return { state, nextStep: 'await-deploy', failedStep: undefined };
  }
  if (state === 'withdrawn') {
    return {
      state,
      stateReason:
        'The pull request was closed without a merge. / プルリクエストはマージされずに閉じられました。',
      nextStep: undefined,
      failedStep: undefined,
    };
  }
  return current.failedStep ? { state, failedStep: undefined } : { state };
}

function stateOf(
  current: StoredRequest,
  proposal: Proposal,
  hasConflicts: boolean,
): RequestState {
  if (proposal.status === 'merged') {
    return current.state === 'deployed' ? 'deployed' : 'merged';
  }
  const openStates: readonly RequestState[] = OPEN_STATES;
  if (!openStates.includes(current.state)) {
    return current.state;
  }
  if (proposal.status === 'closed') {
    return 'withdrawn';
  }
  const isWaitingForWorker = current.nextStep !== undefined;
  const isSameHead = proposal.headSha === current.proposal?.headSha;
  if (
    isWaitingForWorker ||
    (isSameHead && current.state === 'failed') ||
    (isSameHead &&
      current.state === 'conflicted' &&
      (hasConflicts || current.failedStep !== undefined))
  ) {
    return current.state;
  }
  return stateOfReviews(proposal);
}

/** The last word of each reviewer counts, and only at the head. */
function stateOfReviews(proposal: Proposal): RequestState {
  const lastWord = new Map<string, ForgeReview['verdict']>();
  for (const review of proposal.reviews) {
    if (review.headSha === proposal.headSha) {
      lastWord.set(review.actor, review.verdict);
    }
  }
  const verdicts = [...lastWord.values()];
  if (verdicts.includes('request-changes')) {
    return 'changes-requested';
  }
  return verdicts.includes('approve') ? 'approved' : 'in-review';
}

function unseenEntries(
  current: StoredRequest,
  proposal: Proposal,
  commits: readonly ForgeCommit[] = [],
): NewTimelineEntry[] {
  const reviews = proposal.reviews
    .slice(current.reviewsSeen)
    .map(review => ({ type: 'reviewed' as const, ...review }));
  const comments = proposal.comments
    .slice(current.commentsSeen)
    .map(({ id, ...comment }) => ({
      type: 'commented' as const,
      comment: id,
      ...comment,
    }));
  const applied = commits.flatMap(({ comment, sha, at, author }) =>
    comment === undefined
      ? []
      : [
          {
            type: 'suggestion-applied' as const,
            actor: author.entityRef,
            at,
            comment,
            headSha: sha,
          },
        ],
  );
  return [...reviews, ...comments, ...applied].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
}

function isSameProposal(
  a: ProposalSummary,
  b: ProposalSummary | undefined,
): boolean {
  return (
    b !== undefined &&
    a.number === b.number &&
    a.url === b.url &&
    a.branch === b.branch &&
    a.headSha === b.headSha &&
    a.baseSha === b.baseSha &&
    a.mergeSha === b.mergeSha
  );
}
