import { dayOf, daysBefore, isDay, startOfDay } from './days';

it.each([
  ['2026-11-17', 'Asia/Tokyo', '2026-11-16T15:00:00.000Z'],
  ['2026-11-17', 'UTC', '2026-11-17T00:00:00.000Z'],
  ['2026-11-17', 'America/Los_Angeles', '2026-11-17T08:00:00.000Z'],
  ['2026-11-17', 'Pacific/Kiritimati', '2026-11-16T10:00:00.000Z'],
  ['2026-11-17', 'Asia/Kathmandu', '2026-11-16T18:15:00.000Z'],
  // Beirut's clocks went from midnight to one o'clock.
  ['2024-03-31', 'Asia/Beirut', '2024-03-30T22:00:00.000Z'],
])('the day %s in %s begins at %s', (day, zone, expected) => {
  expect(startOfDay(day, zone).toISOString()).toBe(expected);
});

it('knows days and counts them back', () => {
  expect(dayOf(new Date('2026-11-16T16:00:00Z'), 'Asia/Tokyo')).toBe(
    '2026-11-17',
  );
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  expect(
    ['2026-02-28', '2026-02-30', '2026-1-1', 'today', '2026-13-01'].map(isDay),
  ).toStrictEqual([true, false, false, false, false]);
});
