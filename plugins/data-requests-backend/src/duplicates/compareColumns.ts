import type { MartSummary, SummaryColumn } from './MartSummary';

/** A name that two marts give to columns that come from different places. */
const SAME_NAME_ONLY = 0.5;
/** Two names for what comes from the same place in the same way. */
const SAME_ORIGIN_ONLY = 0.75;

/** What a mart has of the columns that are asked for. */
export interface ColumnComparison {
  /** 0 to 1. */
  readonly likeness: number;
  /** Names of the shared columns, as they are asked for. */
  readonly shared: readonly string[];
}

/**
 * Pairs the columns of a mart with those asked for, first by name, then by
 * where they come from.
 *
 * @remarks
 * A pair counts 1 where nothing speaks against it. The likeness is the mean of
 * two shares of that sum: of the wanted columns, because a mart that has them
 * all serves, however many more it has; and of `√(|mart| |wanted|)` (Ochiai's
 * coefficient), because a wide mart has some of them by chance.
 */
export function compareColumns(
  mart: MartSummary['columns'],
  wanted: MartSummary['columns'],
): ColumnComparison {
  let sum = 0;
  const shared: string[] = [];
  const left = new Map<string, number>();
  for (const [key, column] of mart) {
    if (!wanted.has(key) && column.origin !== undefined) {
      left.set(column.origin, (left.get(column.origin) ?? 0) + 1);
    }
  }
  for (const [key, column] of wanted) {
    const credit = creditOf(column, mart.get(key), left);
    if (credit > 0) {
      sum += credit;
      shared.push(column.name);
    }
  }
  if (mart.size === 0 || wanted.size === 0) {
    return { likeness: 0, shared };
  }
  const ofWanted = sum / wanted.size;
  const ofBoth = sum / Math.sqrt(mart.size * wanted.size);
  return { likeness: (ofWanted + ofBoth) / 2, shared };
}

/** @param left - how many columns of each origin still have no partner */
function creditOf(
  column: SummaryColumn,
  namesake: SummaryColumn | undefined,
  left: Map<string, number>,
): number {
  const { origin } = column;
  if (namesake) {
    return origin === undefined ||
      namesake.origin === undefined ||
      origin === namesake.origin
      ? 1
      : SAME_NAME_ONLY;
  }
  const count = origin === undefined ? 0 : left.get(origin) ?? 0;
  if (origin === undefined || count === 0) {
    return 0;
  }
  left.set(origin, count - 1);
  return SAME_ORIGIN_ONLY;
}
