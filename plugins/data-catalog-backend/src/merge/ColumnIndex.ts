import type { ColumnRecord } from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetTelling } from './DatasetTelling';

/** What each teller says of one column, by the order of tellings. */
export interface ToldColumn {
  readonly name: string;
  readonly records: Map<DatasetTelling, ColumnRecord>;
}

/** Finds columns by name: exactly, else in any case where only one fits. */
export class ColumnIndex {
  readonly #exact = new Map<string, ToldColumn>();
  readonly #folded = new Map<string, ToldColumn[]>();
  readonly #isFolded: boolean;

  constructor(isFolded: boolean) {
    this.#isFolded = isFolded;
  }

  add(column: ToldColumn): void {
    this.#exact.set(column.name, column);
    if (this.#isFolded) {
      const folded = column.name.toLowerCase();
      const same = this.#folded.get(folded);
      if (same) {
        same.push(column);
      } else {
        this.#folded.set(folded, [column]);
      }
    }
  }

  exactly(name: string): ToldColumn | undefined {
    return this.#exact.get(name);
  }

  /** @param by - of whom it may not be another column already */
  find(name: string, by?: DatasetTelling): ToldColumn | undefined {
    const exact = this.#exact.get(name);
    if (exact || !this.#isFolded) {
      return exact;
    }
    const same = this.#folded.get(name.toLowerCase());
    const [only] = same ?? [];
    return same?.length === 1 && !(by && only.records.has(by))
      ? only
      : undefined;
  }
}
