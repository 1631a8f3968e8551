import { relativeTimeUnit } from './relativeTimeUnit';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it.each([
  [0, 0, 'second'],
  [-59_999, 0, 'second'],
  [-MINUTE, -1, 'minute'],
  [59 * MINUTE, 59, 'minute'],
  [-DAY + 1, -23, 'hour'],
  [-DAY, -1, 'day'],
  [-30 * DAY, -30, 'day'],
  [-31 * DAY, -1, 'month'],
  [-366 * DAY, -1, 'year'],
])('%s ms are %s %s', (spanMs, value, unit) => {
  expect(relativeTimeUnit(spanMs)).toEqual({ value, unit });
});
