/** Lines that stand in place of lines of a base; ends excluded, from 0. */
export interface LineHunk {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly start: number;
  readonly end: number;
}

/** Cells of the comparison; beyond it a change counts as one block. */
const MOST_CELLS = 4_000_000;

/** The lines of a text, each with its break. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * What differs between two texts, by their longest common subsequence. Where
 * as many lines came as went, each stands in place of one.
 */
export function lineHunks(
  base: readonly string[],
  other: readonly string[],
): LineHunk[] {
  let head = 0;
  while (
    head < base.length &&
    head < other.length &&
    base[head] === other[head]
  ) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < base.length - head &&
    tail < other.length - head &&
    base[base.length - 1 - tail] === other[other.length - 1 - tail]
  ) {
    tail += 1;
  }
  const one = base.slice(head, base.length - tail);
  const two = other.slice(head, other.length - tail);
  const pairs =
    one.length * two.length > MOST_CELLS ? [] : commonPairs(one, two);
  return gapsBetween(pairs, one.length, two.length)
    .flatMap(lineByLine)
    .map(hunk => ({
      baseStart: hunk.baseStart + head,
      baseEnd: hunk.baseEnd + head,
      start: hunk.start + head,
      end: hunk.end + head,
    }));
}

/** Positions of the lines that both have, in order. */
function commonPairs(
  one: readonly string[],
  two: readonly string[],
): [number, number][] {
  const width = two.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = two.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        one[i] === two[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < two.length) {
    if (one[i] === two[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return pairs;
}

function gapsBetween(
  pairs: readonly (readonly [number, number])[],
  baseLength: number,
  length: number,
): LineHunk[] {
  const gaps: LineHunk[] = [];
  let baseStart = 0;
  let start = 0;
  for (const [baseEnd, end] of [...pairs, [baseLength, length] as const]) {
    if (baseEnd > baseStart || end > start) {
      gaps.push({ baseStart, baseEnd, start, end });
    }
    baseStart = baseEnd + 1;
    start = end + 1;
  }
  return gaps;
}

function lineByLine(hunk: LineHunk): LineHunk[] {
  const height = hunk.end - hunk.start;
  return height === hunk.baseEnd - hunk.baseStart
    ? Array.from({ length: height }, (_, index) => ({
        baseStart: hunk.baseStart + index,
        baseEnd: hunk.baseStart + index + 1,
        start: hunk.start + index,
        end: hunk.start + index + 1,
      }))
    : [hunk];
}
