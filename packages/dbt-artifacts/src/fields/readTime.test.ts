import { readTime } from './readTime';

describe('readTime', () => {
  it.each([
    ['2026-11-21T00:26:05.467898Z', '2026-11-21T00:26:05.467Z', false],
    ['2026-08-20T13:47:12.274457473Z', '2026-08-20T13:47:12.274Z', true],
    ['2026-11-21T09:26:05+09:00', '2026-11-21T00:26:05.000Z', false],
    ['2026-11-21 09:26:05.5+0900', '2026-11-21T00:26:05.500Z', false],
    ['2026-11-21T00:26:05', '2026-11-21T00:26:05.000Z', false],
    ['2026-11-21T00:26', '2026-11-21T00:26:00.000Z', false],
    ['2026-11-21', '2026-11-21T00:00:00.000Z', false],
    ['0001-01-01T00:00:00+00:00', undefined, false],
    ['2026-13-41T00:00:00Z', undefined, false],
    ['yesterday', undefined, false],
  ])('reads %s as %s', (text, iso, isCut) => {
    expect(readTime(text)).toEqual({ iso, isCut });
  });
});
