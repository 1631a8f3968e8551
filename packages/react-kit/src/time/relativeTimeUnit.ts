const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STEPS = [
  { unit: 'year', sizeMs: 365.25 * DAY_MS },
  { unit: 'month', sizeMs: 30.4375 * DAY_MS },
  { unit: 'day', sizeMs: DAY_MS },
  { unit: 'hour', sizeMs: HOUR_MS },
  { unit: 'minute', sizeMs: MINUTE_MS },
] as const;

/**
 * The largest unit that fits a span, and how many of it; below a minute
 * nothing ticks, so it is "0 seconds": now.
 */
export function relativeTimeUnit(spanMs: number): {
  value: number;
  unit: Intl.RelativeTimeFormatUnit;
} {
  for (const { unit, sizeMs } of STEPS) {
    if (Math.abs(spanMs) >= sizeMs) {
      return { value: Math.trunc(spanMs / sizeMs), unit };
    }
  }
  return { value: 0, unit: 'second' };
}
