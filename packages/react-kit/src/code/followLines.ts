/**
 * Where lines of a file stand after it changed. The comparison is loaded when
 * first used.
 * @param lines - line numbers of `before`, from 1
 * @returns for each its number in `after`; `undefined` where the line itself
 * changed, went away or never was
 * @public
 */
export async function followLines(
  before: string,
  after: string,
  lines: readonly number[],
): Promise<(number | undefined)[]> {
  const { LineMap } = await import('./LineMap');
  const map = new LineMap(before, after);
  return lines.map(line => map.follow(line));
}
