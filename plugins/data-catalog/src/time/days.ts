const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * The day that it is at an instant in a time zone, as `YYYY-MM-DD`.
 * @param timeZone - as of IANA; the browser's where absent
 */
export function dayOf(instant: Date, timeZone: string | undefined): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

/** The day so many days before another. */
export function daysBefore(day: string, count: number): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Date(midnight - count * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    daysBefore(text, 0) === text
  );
}

/**
 * When a day begins in a time zone; where its midnight is skipped by daylight
 * saving, the first instant after it.
 */
export function startOfDay(day: string, timeZone: string | undefined): Date {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is further from UTC than 14 hours: the day begins within these.
  let low = utcMidnight - DAY_MS;
  let high = utcMidnight + DAY_MS;
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (dayOf(new Date(middle), timeZone) < day) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return new Date(high);
}
