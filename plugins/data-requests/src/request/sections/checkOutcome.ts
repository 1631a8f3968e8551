import type { Check } from '@suido/backstage-plugin-data-requests-common';

/** How a check went, the worst first. */
export const OUTCOMES = ['failed', 'warning', 'notRun', 'passed'] as const;

/** @see {@link OUTCOMES} */
export type CheckOutcome = (typeof OUTCOMES)[number];

/** What a check comes down to. */
export function outcomeOf(check: Check): CheckOutcome {
  if (check.status === 'passed') {
    return 'passed';
  }
  if (check.status === 'not-run') {
    return 'notRun';
  }
  return check.severity === 'error' ? 'failed' : 'warning';
}

/** How many checks went how. */
export function countChecks(
  checks: readonly Check[],
): Record<CheckOutcome, number> {
  const counts = { failed: 0, warning: 0, notRun: 0, passed: 0 };
  for (const check of checks) {
    counts[outcomeOf(check)]++;
  }
  return counts;
}
