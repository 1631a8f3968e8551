import { lineHunks, linesOf, type LineHunk } from './lineHunks';

/** Lines from `first` to `last`, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** One text made of two, or where that cannot be decided. */
export type MergedTexts =
  | { readonly status: 'merged'; readonly text: string }
  | {
      readonly status: 'overlapping';
      /** Lines of `theirs`; what it took away is named by the line before. */
      readonly lines: readonly LineRange[];
    };

/** Lines that a side puts in place of lines of the base. */
interface Change {
  readonly hunk: LineHunk;
  readonly text: string;
}

/**
 * Brings together what two sides made of a text, line by line.
 *
 * @remarks
 * Only lines that both changed, and not alike, are in the way of each other, and
 * lines that both put in at one place. Git is stricter: to it, changes of lines
 * that touch are a conflict, too. Here one line is one property or one column,
 * the author who changes the one cannot merge by hand, and whatever comes out
 * is reviewed again.
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
): MergedTexts {
  const baseLines = linesOf(base);
  const ourChanges = changesTo(baseLines, ours);
  const theirChanges = changesTo(baseLines, theirs);
  const inTheWay = theirChanges.filter(their =>
    ourChanges.some(our => !isSame(our, their) && overlaps(our, their)),
  );
  if (inTheWay.length > 0) {
    return {
      status: 'overlapping',
      lines: joined(inTheWay.map(({ hunk }) => rangeOf(hunk))),
    };
  }
  const changes = [
    ...theirChanges,
    ...ourChanges.filter(
      our => !theirChanges.some(their => isSame(our, their)),
    ),
  ].sort(
    ({ hunk: one }, { hunk: other }) =>
      one.baseStart - other.baseStart || one.baseEnd - other.baseEnd,
  );
  let text = '';
  let next = 0;
  for (const { hunk, text: lines } of changes) {
    text += baseLines.slice(next, hunk.baseStart).join('') + lines;
    next = hunk.baseEnd;
  }
  return {
    status: 'merged',
    text: text + baseLines.slice(next).join(''),
  };
}

function changesTo(base: readonly string[], text: string): Change[] {
  const lines = linesOf(text);
  return lineHunks(base, lines).map(hunk => ({
    hunk,
    text: lines.slice(hunk.start, hunk.end).join(''),
  }));
}

function isSame(one: Change, other: Change): boolean {
  return (
    one.hunk.baseStart === other.hunk.baseStart &&
    one.hunk.baseEnd === other.hunk.baseEnd &&
    one.text === other.text
  );
}

/** Whether two changes take the same line, or put lines in at one place. */
function overlaps({ hunk: one }: Change, { hunk: other }: Change): boolean {
  const isInsertion = (hunk: LineHunk) => hunk.baseStart === hunk.baseEnd;
  return isInsertion(one) && isInsertion(other)
    ? one.baseStart === other.baseStart
    : one.baseStart < other.baseEnd && other.baseStart < one.baseEnd;
}

function rangeOf({ start, end }: LineHunk): LineRange {
  return end > start
    ? { first: start + 1, last: end }
    : { first: Math.max(start, 1), last: Math.max(start, 1) };
}

/** Ranges that follow each other become one. */
function joined(ranges: readonly LineRange[]): LineRange[] {
  const result: LineRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && range.first <= last.last + 1) {
      result[result.length - 1] = {
        first: last.first,
        last: Math.max(last.last, range.last),
      };
    } else {
      result.push(range);
    }
  }
  return result;
}
