import type { RequestState } from '@suido/backstage-plugin-data-requests-common';

/** The stations of a mart request, in order. */
export const STATIONS = [
  'sent',
  'review',
  'approved',
  'merged',
  'built',
] as const;

/** @see {@link STATIONS} */
export type Station = (typeof STATIONS)[number];

/** Where in its life a request stands. */
export interface LifeCyclePosition {
  /** How many stations lie behind it. */
  readonly done: number;
  /** Whether it stopped, or cannot go on by itself, at the station after those. */
  readonly stopped: boolean;
  /** Whether it stopped because something went wrong, and not because somebody wished so. */
  readonly broken: boolean;
}

const AT_SENT = 0;
const AT_REVIEW = 1;
const AT_MERGE = 3;
const AT_BUILT = 4;

/**
 * Where a request in this state stands.
 * @param hasProposal - whether a pull request was opened for it
 */
export function lifeCycle(
  state: RequestState,
  hasProposal: boolean,
): LifeCyclePosition {
  const { done, stopped } = stationOf(state, hasProposal);
  return {
    done,
    stopped,
    broken: state === 'failed' || state === 'conflicted',
  };
}

function stationOf(
  state: RequestState,
  hasProposal: boolean,
): Omit<LifeCyclePosition, 'broken'> {
  switch (state) {
    case 'draft':
    case 'checking':
      return { done: AT_SENT, stopped: false };
    case 'in-review':
    case 'changes-requested':
      return { done: AT_REVIEW, stopped: false };
    case 'approved':
      return { done: AT_MERGE, stopped: false };
    case 'merged':
      return { done: AT_BUILT, stopped: false };
    case 'deployed':
    case 'granted':
    case 'expired':
    case 'revoked':
      return { done: STATIONS.length, stopped: false };
    default:
      return { done: hasProposal ? AT_REVIEW : AT_SENT, stopped: true };
  }
}
