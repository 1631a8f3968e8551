import { followLines } from './followLines';
import { LineMap } from './LineMap';

const BEFORE = 'one\ntwo\nthree\nfour\nfive\n';

describe('followLines', () => {
  it.each([
    ['nothing changed', BEFORE, [1, 5], [1, 5]],
    ['a line came before', `zero\n${BEFORE}`, [1, 5], [2, 6]],
    ['a line came at the end', `${BEFORE}six\n`, [1, 5], [1, 5]],
    [
      'a line went away',
      'one\nthree\nfour\nfive\n',
      [1, 2, 3],
      [1, undefined, 2],
    ],
    [
      'the line itself changed',
      'one\n2\nthree\nfour\nfive\n',
      [1, 2, 3],
      [1, undefined, 3],
    ],
    ['all went away', '', [1, 5], [undefined, undefined]],
    ['the line never was', BEFORE, [0, 99], [undefined, undefined]],
  ])('%s', async (_, after, lines, expected) => {
    expect(await followLines(BEFORE, after, lines)).toEqual(expected);
  });
});

describe('LineMap', () => {
  const map = new LineMap(
    BEFORE,
    'one\n2\ntwo and a half\nthree\nfour\nfive\n',
  );

  it('traces lines back', () => {
    expect([1, 2, 3, 4, 6].map(line => map.trace(line))).toEqual([
      1,
      undefined,
      undefined,
      3,
      5,
    ]);
  });

  it('knows what is near a change', () => {
    expect([1, 2, 3, 4, 5].map(line => map.isNearChange(line, 1))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(new LineMap(BEFORE, BEFORE).isNearChange(1, 3)).toBe(false);
  });
});
