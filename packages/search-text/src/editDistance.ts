/**
 * How many characters are wrong, missing, too many or swapped with their
 * neighbour (optimal string alignment).
 * @param most - gives up beyond it
 * @returns at most `most + 1`
 * @public
 */
export function editDistance(a: string, b: string, most: number): number {
  const left = [...a];
  const right = [...b];
  if (Math.abs(left.length - right.length) > most) {
    return most + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let best = Math.min(
        last[column] + 1,
        current[column - 1] + 1,
        last[column - 1] + cost,
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        best = Math.min(best, beforeLast[column - 2] + 1);
      }
      current.push(best);
    }
    if (Math.min(...current) > most) {
      return most + 1;
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(last[right.length], most + 1);
}
