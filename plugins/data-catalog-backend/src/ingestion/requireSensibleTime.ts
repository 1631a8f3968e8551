import { InputError } from '@backstage/errors';

/** Clocks differ; by more than this one of them is wrong. */
const MAX_AHEAD_MS = 60 * 60 * 1_000;

/**
 * Refuses a snapshot from the future: every true one after it would be older.
 * @throws `InputError`
 */
export function requireSensibleTime(takenAt: string): void {
  const time = Date.parse(takenAt);
  if (Number.isNaN(time)) {
    throw new InputError(
      `takenAt is '${takenAt}'; write an ISO-8601 time such as 2026-11-20T03:00:00Z.`,
    );
  }
  if (time > Date.now() + MAX_AHEAD_MS) {
    throw new InputError(
      `takenAt is ${takenAt}, which is not yet; set the clock of the source, or write the time in UTC.`,
    );
  }
}
