import { pickExample } from './pickExample';

const row = (group: number, ...rows: (number | undefined)[]) => ({
  group,
  rows,
});

describe('pickExample', () => {
  it.each([
    [
      'rows of three groups',
      [row(1, 7), row(1, 9), row(1, 8), row(2, 1), row(2, 2), row(3, 5)],
      undefined,
      5,
      [[1, 2, 5, 7, 9]],
    ],
    [
      'more rows of the only group',
      [row(1, 1), row(1, 2), row(1, 3), row(1, 4), row(1, 5), row(1, 6)],
      undefined,
      5,
      [[1, 2, 3, 4, 5]],
    ],
    [
      'a row that is left out instead of the last',
      [row(1, 1), row(1, 2), row(2, 3), row(2, 4), row(3, 5)],
      row(0, 9),
      5,
      [[1, 2, 3, 4, 9]],
    ],
    [
      'no row that is left out where there is room for one',
      [row(1, 1), row(2, 2)],
      row(0, 9),
      1,
      [[1]],
    ],
    [
      'all that meets a chosen row, and nothing else',
      [row(1, 1, 20), row(1, 1, 21), row(1, 2, 20), row(2, 3, undefined)],
      row(0, 4, 30),
      5,
      [
        [1, 2, 3, 4],
        [20, 21, 30],
      ],
    ],
    [
      'few of many partners',
      Array.from({ length: 25 }, (_, index) => row(1, 1, index)),
      undefined,
      5,
      [[1], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ],
  ])('takes %s', (_name, kept, leftOut, limit, expected) => {
    expect(pickExample(kept, leftOut, limit)).toEqual(expected);
  });
});
