/** A span in the largest unit that it fills once, rounded. */
export function spanInUnits(spanMs: number): {
  readonly unit: 'days' | 'hours' | 'minutes';
  readonly count: number;
} {
  const minutes = Math.max(Math.round(spanMs / 60_000), 1);
  if (minutes < 60) {
    return { unit: 'minutes', count: minutes };
  }
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? { unit: 'hours', count: hours }
    : { unit: 'days', count: Math.round(hours / 24) };
}
