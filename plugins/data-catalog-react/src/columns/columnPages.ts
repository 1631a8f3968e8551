import type { Column } from '@suido/backstage-plugin-data-catalog-common';

/** Columns that are read at once. */
export const COLUMNS_PER_PAGE = 200;

/** What is known so far of the columns that a question found. */
export interface ColumnPages {
  /** The question that this answers; an older one while a newer is open. */
  readonly question: string;
  readonly total: number;
  /** Page number → its columns, as far as they were read. */
  readonly pages: ReadonlyMap<number, readonly Column[]>;
}

/** A column by its place among those found; `undefined` while it is not read. */
export function columnAt(
  { pages }: ColumnPages,
  index: number,
): Column | undefined {
  return pages.get(Math.floor(index / COLUMNS_PER_PAGE))?.[
    index % COLUMNS_PER_PAGE
  ];
}

/** Numbers of the pages that the places `first` to `last` lie on. */
export function pagesBetween(first: number, last: number): number[] {
  const from = Math.floor(first / COLUMNS_PER_PAGE);
  const to = Math.floor(last / COLUMNS_PER_PAGE);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
