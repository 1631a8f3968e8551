import type { Knex } from 'knex';
import type { MergeConfig } from '../merge/MergeConfig';
import type { SearchIndex } from '../search/SearchIndex';

/** What everything that moves the catalog knows. */
export interface ApplyContext {
  /** Holds the catalog. */
  readonly transaction: Knex.Transaction;
  /** The revision that it makes. */
  readonly revision: number;
  readonly merge: MergeConfig;
  /** Absent where nothing is found by words. */
  readonly search: SearchIndex;
  /** Who tells what changes: id of a source, or `portal`. */
  readonly source: string;
  /** Entity ref of the person who does it. */
  readonly actor?: string;
}
