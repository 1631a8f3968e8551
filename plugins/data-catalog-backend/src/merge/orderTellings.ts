import type { DatasetTelling } from './DatasetTelling';
import type { SourceOrder } from './MergeConfig';

/**
 * Tellings, the one that counts first. The same for any order in which they
 * come: of equally trusted sources the one whose id sorts first.
 */
export function orderTellings(
  tellings: readonly DatasetTelling[],
  order: SourceOrder,
): readonly DatasetTelling[] {
  if (tellings.length < 2) {
    return tellings;
  }
  return [...tellings].sort(
    (a, b) => rank(a, order) - rank(b, order) || compare(a.source, b.source),
  );
}

/** An id is more particular than a kind, and a kind than `*`. */
function rank({ source, kind }: DatasetTelling, order: SourceOrder): number {
  for (const name of [source, kind, '*']) {
    const index = order.indexOf(name);
    if (index >= 0) {
      return index;
    }
  }
  return order.length;
}

/** By code units, so that no locale has a say. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
