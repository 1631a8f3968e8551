/**
 * Tells the month of an instant, in the zone of the business.
 * @param timeZone - the runtime's where absent
 * @returns a function to `YYYY-MM`
 */
export function monthIn(timeZone?: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
  });
  return instant => {
    const parts = format.formatToParts(instant);
    const part = (type: 'year' | 'month') =>
      parts.find(it => it.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}`;
  };
}
