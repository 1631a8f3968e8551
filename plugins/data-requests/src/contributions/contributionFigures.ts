import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { monthIn } from '../time/monthIn';

/** How many marts came in a month. */
export interface MonthCount {
  /** `YYYY-MM`, in the zone of the business. */
  readonly month: string;
  readonly count: number;
}

/** What somebody brought, in numbers. */
export interface ContributionFigures {
  readonly total: number;
  readonly thisMonth: number;
  /** When the first one was merged or built. */
  readonly since: string | undefined;
  /** The last months, the present one last; months without any are zero. */
  readonly months: readonly MonthCount[];
}

const MONTHS_SHOWN = 12;

/**
 * Counts marts by the month in which their request came to where it is: built,
 * or merged where it is not built yet.
 * @param now - decides which month is the last
 * @param timeZone - of the business; the runtime's where absent
 */
export function contributionFigures(
  requests: readonly Pick<RequestSummary, 'stateSince'>[],
  now: Date,
  timeZone?: string,
): ContributionFigures {
  const monthOf = monthIn(timeZone);
  const counts = new Map<string, number>();
  for (const { stateSince } of requests) {
    const month = monthOf(new Date(stateSince));
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const months = lastMonths(monthOf(now)).map(month => ({
    month,
    count: counts.get(month) ?? 0,
  }));
  return {
    total: requests.length,
    thisMonth: months.at(-1)?.count ?? 0,
    since: requests.map(request => request.stateSince).sort()[0],
    months,
  };
}

/** @param last - `YYYY-MM` */
function lastMonths(last: string): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    // Months count from 0 here, and one below 0 is one of the year before.
    const date = new Date(Date.UTC(year, month - MONTHS_SHOWN + index, 1));
    return date.toISOString().slice(0, 'YYYY-MM'.length);
  });
}
