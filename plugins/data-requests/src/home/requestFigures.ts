import {
  OPEN_STATES,
  type RequestState,
  type RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import { monthIn } from '../time/monthIn';

/** What a list of requests says in numbers. */
export interface RequestFigures {
  readonly sentThisMonth: number;
  readonly open: number;
  /** From sent to merged, or to built where that has followed. */
  readonly medianDoneMs: number | undefined;
  /** Over how many requests the median is. */
  readonly doneCount: number;
}

type FigureInput = Pick<RequestSummary, 'state' | 'stateSince' | 'createdAt'>;

const DONE: readonly RequestState[] = ['merged', 'deployed'];
const OPEN: readonly RequestState[] = OPEN_STATES;

/**
 * Counts requests.
 * @param now - decides which month is this one
 * @param timeZone - of the business; the runtime's where absent
 */
export function requestFigures(
  requests: readonly FigureInput[],
  now: Date,
  timeZone?: string,
): RequestFigures {
  const month = monthIn(timeZone);
  const thisMonth = month(now);
  const doneMs = requests
    .filter(request => DONE.includes(request.state))
    .map(
      request => Date.parse(request.stateSince) - Date.parse(request.createdAt),
    );
  return {
    sentThisMonth: requests.filter(
      request => month(new Date(request.createdAt)) === thisMonth,
    ).length,
    open: requests.filter(request => OPEN.includes(request.state)).length,
    medianDoneMs: median(doneMs),
    doneCount: doneMs.length,
  };
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined
    ? undefined
    : (lower + upper) / 2;
}
