import { pagesOf } from './pagesOf';

const relation = (columns: number) => ({
  oid: 1,
  schema: 's',
  name: 't',
  columns,
  isOfExtension: false,
});

describe('pagesOf', () => {
  it.each([
    [[], []],
    [[20_000], [1]],
    [
      [6_000, 4_000, 1],
      [2, 1],
    ],
    [
      [1, 20_000, 1],
      [1, 1, 1],
    ],
    [Array(401).fill(3), [200, 200, 1]],
  ])('divides %#', (columns, lengths) => {
    expect(
      [...pagesOf(columns.map(relation))].map(page => page.length),
    ).toEqual(lengths);
  });
});
