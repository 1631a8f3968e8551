import fc from 'fast-check';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRealGit, realGit } from '../__testUtils__/realGit';
import { mergeTexts } from './mergeTexts';

const text = (letters: string) =>
  [...letters].map(each => `${each}\n`).join('');
const merge = (base: string, ours: string, theirs: string) => {
  const result = mergeTexts(text(base), text(ours), text(theirs));
  return result.status === 'merged'
    ? result.text.replaceAll('\n', '')
    : result.lines.map(({ first, last }) => [first, last]);
};

describe('mergeTexts', () => {
  it.each([
    ['lines apart', 'abcde', 'aBcde', 'abcXe', 'aBcXe'],
    ['lines that touch', 'abcde', 'aBcde', 'abXde', 'aBXde'],
    ['the same change', 'abcde', 'aXcde', 'aXcde', 'aXcde'],
    ['a change that is a part of the other', 'abcd', 'aBcd', 'aBCd', 'aBCd'],
    ['one side only', 'abcde', 'abcde', 'vwxyz', 'vwxyz'],
    ['put in before a changed line', 'abc', 'aBc', 'aXbc', 'aXBc'],
    ['put in after a changed line', 'abc', 'aBc', 'abXc', 'aBXc'],
    ['taken away beside a changed line', 'abcd', 'aBcd', 'abd', 'aBd'],
    ['put in at both ends', 'abc', 'Xabc', 'abcY', 'XabcY'],
    ['the same put in by both', 'ab', 'aXb', 'aXb', 'aXb'],
    ['moved and changed', 'abcdef', 'abXYZcdef', 'abcdeF', 'abXYZcdeF'],
  ])('brings together %s', (_, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toBe(expected);
    expect(merge(base, theirs, ours)).toBe(expected);
  });

  it.each([
    ['the same line', 'abcde', 'aBcde', 'aXcde', [[2, 2]]],
    [
      'two places',
      'abcdefg',
      'AbcdefG',
      'Xbcdefyz',
      [
        [1, 1],
        [7, 8],
      ],
    ],
    ['lines in a row', 'abcde', 'aBCDe', 'aXYZe', [[2, 4]]],
    ['changed and taken away', 'abcde', 'aBcde', 'acde', [[1, 1]]],
    ['changed and taken away at the top', 'abc', 'Xbc', 'bc', [[1, 1]]],
    ['put in at one place', 'ab', 'aXb', 'aYZb', [[2, 3]]],
    ['put in where lines went', 'abcd', 'ad', 'abXcd', [[3, 3]]],
    ['all of it', 'abc', 'xyz', 'uvw', [[1, 3]]],
    ['an empty file', '', 'a', 'b', [[1, 1]]],
  ])('does not decide %s', (_, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toEqual(expected);
  });

  it('keeps line breaks as they are', () => {
    expect(mergeTexts('a\r\nb\nc', 'A\r\nb\nc', 'a\r\nb\nc\n')).toEqual({
      status: 'merged',
      text: 'A\r\nb\nc\n',
    });
  });

  const letters = (from: string) =>
    fc
      .array(fc.constantFrom(...from), { maxLength: 12 })
      .map(list => list.join(''));

  it('loses nothing that one side did, and treats both alike', () => {
    const any = letters('abc');
    fc.assert(
      fc.property(any, any, any, (base, ours, theirs) => {
        expect(merge(base, ours, base)).toBe(ours);
        expect(merge(base, base, theirs)).toBe(theirs);
        expect(merge(base, ours, ours)).toBe(ours);
        const merged = merge(base, ours, theirs);
        const turned = merge(base, theirs, ours);
        const isMerged = typeof merged === 'string';
        expect(isMerged ? turned : typeof turned).toBe(
          isMerged ? merged : 'object',
        );
        const last = Math.max(theirs.length, 1);
        const lines = isMerged ? [] : merged.flat();
        expect(lines.filter(line => line < 1 || line > last)).toEqual([]);
      }),
    );
  });

  it('agrees with git wherever git merges', async () => {
    if (!(await hasRealGit())) {
      return;
    }
    const folder = await fs.mkdtemp(join(tmpdir(), 'suido-merge-'));
    const base = 'abcdefghijkl';
    // Changes of single lines, so that there is one way to read them.
    const side = fc
      .array(fc.constantFrom('keep', 'change', 'remove', 'add'), {
        minLength: base.length,
        maxLength: base.length,
      })
      .map(
        acts => (mark: string) =>
          [...base]
            .map((line, index) => {
              const act = index % 3 === 0 ? acts[index] : 'keep';
              switch (act) {
                case 'change':
                  return mark;
                case 'remove':
                  return '';
                case 'add':
                  return line + mark;
                default:
                  return line;
              }
            })
            .join(''),
      );
    await fc.assert(
      fc.asyncProperty(side, side, async (one, other) => {
        const versions = { ours: one('1'), base, theirs: other('2') };
        for (const [name, content] of Object.entries(versions)) {
          await fs.writeFile(join(folder, name), text(content));
        }
        const byGit = await realGit(
          folder,
          ...['merge-file', '-p', 'ours', 'base', 'theirs'],
        ).catch(() => undefined);
        fc.pre(byGit !== undefined);
        expect(merge(versions.base, versions.ours, versions.theirs)).toBe(
          byGit?.replaceAll('\n', ''),
        );
      }),
      { numRuns: 60 },
    );
    await fs.rm(folder, { recursive: true });
  });

  it('stays within bounds on long texts', () => {
    const long = (mark: string) =>
      Array.from({ length: 5_000 }, (_, line) => `${mark}${line}\n`).join('');
    expect(mergeTexts(long('a'), long('b'), long('c'))).toEqual({
      status: 'overlapping',
      lines: [{ first: 1, last: 5_000 }],
    });
  });
});
