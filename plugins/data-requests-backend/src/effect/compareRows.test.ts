import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import fc from 'fast-check';
import { compareRows, type ComparedRows } from './compareRows';

const rowsOf = (
  names: string,
  rows: readonly (readonly SampleValue[])[],
  grain: readonly string[] = [],
): ComparedRows => ({
  grain,
  sample: {
    columns: [...names].map(name => ({ name, type: 'text', masked: false })),
    rows: rows.map(row => [...row]),
  },
});

describe('compareRows', () => {
  it('matches rows by the grain and tells what changed, came and went', () => {
    const before = rowsOf(
      'dsx',
      [
        ['1', 'A', 10],
        ['1', 'B', 20],
        ['2', 'A', 30],
      ],
      ['d', 's'],
    );
    const after = rowsOf(
      'dsx',
      [
        ['2', 'A', 30],
        ['1', 'B', 21],
        ['3', 'A', 40],
      ],
      ['s', 'd'],
    );
    expect(compareRows(before, after)).toEqual({
      status: 'available',
      rowsBefore: 3,
      rowsAfter: 3,
      added: 1,
      removed: 1,
      changed: 1,
      columns: ['d', 's', 'x'],
      examples: [
        { change: 'changed', before: ['1', 'B', 20], after: ['1', 'B', 21] },
        { change: 'removed', before: ['1', 'A', 10] },
        { change: 'added', after: ['3', 'A', 40] },
      ],
    });
  });

  it.each([
    ['another grain', ['d'], ['d', 's']],
    ['no grain', [], []],
    ['a grain that is no column', ['z'], ['z']],
  ])('compares whole rows with %s', (_, grainBefore, grainAfter) => {
    const before = rowsOf(
      'dsx',
      [
        ['1', 'A', 10],
        ['1', 'B', 20],
      ],
      grainBefore,
    );
    const after = rowsOf(
      'dsx',
      [
        ['1', 'A', 10],
        ['1', 'B', 21],
      ],
      grainAfter,
    );
    expect(compareRows(before, after)).toMatchObject({
      added: 1,
      removed: 1,
      changed: 0,
    });
  });

  it('takes no column that came or went for a change of every row', () => {
    const before = rowsOf(
      'dxy',
      [
        ['1', 10, 'old'],
        ['2', 20, 'old'],
      ],
      ['d'],
    );
    const after = rowsOf(
      'dnx',
      [
        ['1', 5, 10],
        ['2', 5, 99],
      ],
      ['d'],
    );
    expect(compareRows(before, after)).toMatchObject({
      added: 0,
      removed: 0,
      changed: 1,
      columns: ['d', 'n', 'x', 'y'],
      examples: [
        {
          change: 'changed',
          before: ['2', null, 20, 'old'],
          after: ['2', 5, 99, null],
        },
      ],
    });
    // Without a column in common every row is another one.
    expect(
      compareRows(rowsOf('a', [['1'], ['1']]), rowsOf('b', [['1']])),
    ).toMatchObject({ removed: 1, added: 0 });
  });

  it('tells values of another kind apart, and counts equal rows', () => {
    const before = rowsOf(
      'dx',
      [
        ['1', 1],
        ['1', 1],
        [null, true],
      ],
      ['d'],
    );
    const after = rowsOf(
      'dx',
      [
        ['1', '1'],
        ['1', 1],
        [null, 'true'],
      ],
      ['d'],
    );
    expect(compareRows(before, after)).toMatchObject({
      added: 0,
      removed: 0,
      changed: 2,
    });
    expect(
      compareRows(rowsOf('d', [['1'], ['1']]), rowsOf('d', [['1']])),
    ).toMatchObject({ removed: 1, added: 0, changed: 0 });
  });

  it('shows at most twenty examples, of each kind some', () => {
    const many = (from: number, x: number) =>
      Array.from({ length: 50 }, (_, index) => [`${from + index}`, x]);
    const { examples } = compareRows(
      rowsOf('dx', many(0, 1), ['d']),
      rowsOf('dx', many(25, 2), ['d']),
    );
    expect(examples).toHaveLength(20);
    expect(new Set(examples.map(({ change }) => change)).size).toBe(3);
  });

  it('adds up, is empty for equal rows, and turns round', () => {
    const cell = fc.constantFrom<SampleValue>('a', 'b', 1, null);
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 8 });
    const grains = fc.constantFrom<string[]>([], ['d'], ['d', 'x']);
    fc.assert(
      fc.property(rows, rows, grains, (one, other, grain) => {
        const before = rowsOf('dx', one, grain);
        const after = rowsOf('dx', other, grain);
        const effect = compareRows(before, after);
        expect(effect.rowsBefore - effect.removed + effect.added).toBe(
          effect.rowsAfter,
        );
        expect(compareRows(before, before)).toMatchObject({
          added: 0,
          removed: 0,
          changed: 0,
          examples: [],
        });
        expect(compareRows(after, before)).toMatchObject({
          added: effect.removed,
          removed: effect.added,
          changed: effect.changed,
        });
      }),
    );
  });
});
