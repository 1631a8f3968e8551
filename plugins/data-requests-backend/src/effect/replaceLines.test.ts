import { lineCount, replaceLines, textAt } from './replaceLines';

const SEEN = 'a\nb\nc\nb\nd\n';
const at = (line: number, endLine = line) => ({ line, endLine });

describe('replaceLines', () => {
  it.each([
    ['one line by one', SEEN, at(3), 'C', 'a\nb\nC\nb\nd\n'],
    ['lines by more', SEEN, at(2, 3), 'x\ny\nz', 'a\nx\ny\nz\nb\nd\n'],
    ['lines by none', SEEN, at(2, 4), '', 'a\nd\n'],
    ['a line by an empty one', SEEN, at(5), '\n', 'a\nb\nc\nb\n\n\n'],
    ['after lines came', `0\n0\n${SEEN}`, at(3), 'C', '0\n0\na\nb\nC\nb\nd\n'],
    ['after lines went', 'c\nb\nd\n', at(3), 'C', 'C\nb\nd\n'],
    ['where all but it changed', 'A\nB\nc\nX\n', at(3), 'C', 'A\nB\nC\nX\n'],
    ['the line is another', 'a\nb\nX\nb\nd\n', at(3), 'C', undefined],
    ['the file is shorter', 'a\n', at(3), 'C', undefined],
    ['there were two of it', `0\n${SEEN}`, at(2), 'B', undefined],
    ['there are two of it now', `c\n${SEEN}`, at(3), 'C', undefined],
    [
      'a line of the range is another',
      'a\nb\nX\nb\nd\n',
      at(2, 3),
      '',
      undefined,
    ],
    ['the file is empty', '', at(1), 'A', undefined],
    ['a range beyond the end', SEEN, at(5, 6), 'D', undefined],
  ])('%s', (_, present, span, suggestion, expected) => {
    expect(replaceLines(SEEN, present, span, suggestion)).toBe(expected);
  });

  it('keeps the line breaks of the file, and the lack of the last one', () => {
    expect(replaceLines('a\r\nb\r\n', 'a\r\nb\r\n', at(2), 'x\ny')).toBe(
      'a\r\nx\r\ny\r\n',
    );
    expect(replaceLines('a\nb', 'a\nb', at(2), 'x\r\ny')).toBe('a\nx\ny');
    expect(replaceLines('a\n', 'a\n', at(1), '')).toBe('');
  });

  it('counts lines, and reads them', () => {
    expect(['', 'a', 'a\n', 'a\nb', '\n\n'].map(lineCount)).toEqual([
      0, 1, 1, 2, 2,
    ]);
    expect(textAt(SEEN, at(2, 3))).toBe('b\nc');
    expect(textAt(SEEN, at(6))).toBeUndefined();
  });
});
