/** A line of a small difference. */
export interface ChangedLine {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What a suggestion does to the lines it replaces: the lines that both begin
 * and end with stay, of the rest the old ones come first.
 */
export function changedLines(
  before: readonly string[],
  after: readonly string[],
): ChangedLine[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const as = (kind: ChangedLine['kind']) => (text: string) => ({ kind, text });
  return [
    ...before.slice(0, head).map(as('kept')),
    ...before.slice(head, before.length - tail).map(as('removed')),
    ...after.slice(head, after.length - tail).map(as('added')),
    ...before.slice(before.length - tail).map(as('kept')),
  ];
}
