const TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d+))?\s*(Z|[+-]\d{2}(?::?\d{2})?|UTC)?)?$/i;

// dbt writes the year 1 for "never loaded"; no warehouse is older than this
const EARLIEST_YEAR = 1970;
const DIGITS_OF_MICROSECONDS = 6;

/**
 * A time as artifacts write it: ISO-8601 with any number of decimals, `Z`, an
 * offset, or nothing, which dbt means as UTC.
 *
 * @returns `iso` in UTC with milliseconds, `undefined` when it is no time that
 *   can be; `isCut` when decimals beyond microseconds were dropped
 */
export function readTime(text: string): {
  readonly iso: string | undefined;
  readonly isCut: boolean;
} {
  const match = TIME.exec(text.trim());
  if (!match || Number(match[1]) < EARLIEST_YEAR) {
    return { iso: undefined, isCut: false };
  }
  const [, year, month, day, clock = '00:00', decimals = '', zone = 'Z'] =
    match;
  const offset = /^(Z|UTC)$/i.test(zone)
    ? 'Z'
    : zone.replace(
        /^([+-]\d{2}):?(\d{2})?$/,
        (_, hours, minutes) => `${hours}:${minutes ?? '00'}`,
      );
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const milliseconds = `${decimals}000`.slice(0, 3);
  const time = Date.parse(
    `${year}-${month}-${day}T${seconds}.${milliseconds}${offset}`,
  );
  return {
    iso: Number.isNaN(time) ? undefined : new Date(time).toISOString(),
    isCut: decimals.length > DIGITS_OF_MICROSECONDS,
  };
}
