import { spanInUnits } from '../time/spanInUnits';
import { requestFigures } from './requestFigures';

const NOW = new Date('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;

function done(createdAt: string, hours: number) {
  const stateSince = new Date(Date.parse(createdAt) + hours * HOUR_MS);
  return {
    state: 'merged',
    createdAt,
    stateSince: stateSince.toISOString(),
  } as const;
}

describe('requestFigures', () => {
  it('counts by the month of the business, not of the server', () => {
    // 1 November in Tokyo, still October in UTC.
    const request = done('2026-10-31T16:00:00Z', 1);
    expect(requestFigures([request], NOW, 'Asia/Tokyo').sentThisMonth).toBe(1);
    expect(requestFigures([request], NOW, 'UTC').sentThisMonth).toBe(0);
  });

  it.each([
    [[], undefined],
    [[3], 3],
    [[1, 9], 5],
    [[9, 1, 2], 2],
  ])('median of %p hours is %p', (hours, expected) => {
    const requests = hours.map(count => done('2026-11-02T00:00:00Z', count));
    const { medianDoneMs, doneCount } = requestFigures(requests, NOW, 'UTC');
    expect(medianDoneMs).toBe(
      expected === undefined ? undefined : expected * HOUR_MS,
    );
    expect(doneCount).toBe(hours.length);
  });

  it('leaves what was taken back out of the open ones and the median', () => {
    const at = '2026-11-02T00:00:00Z';
    const figures = requestFigures(
      [
        { state: 'withdrawn', createdAt: at, stateSince: at },
        { state: 'in-review', createdAt: at, stateSince: at },
      ],
      NOW,
      'UTC',
    );
    expect(figures).toEqual({
      sentThisMonth: 2,
      open: 1,
      medianDoneMs: undefined,
      doneCount: 0,
    });
  });
});

it.each([
  [1_000, 'minutes', 1],
  [59 * 60_000, 'minutes', 59],
  [90 * 60_000, 'hours', 2],
  [47 * HOUR_MS, 'hours', 47],
  [72 * HOUR_MS, 'days', 3],
])('%i ms is written in %s', (spanMs, unit, count) => {
  expect(spanInUnits(spanMs)).toEqual({ unit, count });
});
