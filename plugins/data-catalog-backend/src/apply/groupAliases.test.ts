import { groupAliases } from './groupAliases';

const known = (key: string, datasetId: string, isTold = false) => ({
  key,
  datasetId,
  isTold,
});

describe('groupAliases', () => {
  it('joins names across several aliases, and keeps what is told, else the oldest', () => {
    const groups = groupAliases(
      [
        { key: 'a', alias: 'b' },
        { key: 'c', alias: 'b' },
        { key: 'd', alias: 'e' },
        { key: 'f', alias: 'g' },
        { key: 'h', alias: 'i' },
      ],
      [
        known('b', '9', true),
        known('c', '10'),
        known('a', '2'),
        known('e', '7'),
        known('f', '11'),
        known('g', '4'),
      ],
    );
    expect(
      groups.map(({ keys, first, winner, losers }) => [
        [...keys].sort().join(''),
        first,
        winner,
        losers,
      ]),
    ).toEqual([
      ['abc', 'b', '9', ['2', '10']],
      ['de', 'e', '7', []],
      ['fg', 'g', '4', ['11']],
      ['hi', 'h', undefined, []],
    ]);
  });

  it('joins groups whose names are of one dataset already', () => {
    const groups = groupAliases(
      [
        { key: 'a', alias: 'b' },
        { key: 'c', alias: 'd' },
      ],
      [known('a', '1'), known('c', '1'), known('d', '3')],
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ winner: '1', losers: ['3'] });
  });

  it('joins a circle and a long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({
      key: `k${index}`,
      alias: `k${(index + 1) % 20_000}`,
    }));
    expect(groupAliases(chain, [])).toHaveLength(1);
  });
});
