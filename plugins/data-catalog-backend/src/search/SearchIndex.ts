import type {
  DashboardRecord,
  SavedQueryRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import type { ResolvedDataset } from '../merge/ResolvedDataset';

/** A saved query or a dashboard as its row has it. */
export interface StoredAsset {
  /** Surrogate key of its row. */
  readonly rowId: string;
  readonly source: string;
  readonly record: SavedQueryRecord | DashboardRecord;
}

/**
 * What can be found. Whoever applies something replaces here what it touches,
 * in the same transaction, so that search never lags behind.
 */
export interface SearchIndex {
  replaceDatasets(
    transaction: Knex.Transaction,
    datasets: readonly ResolvedDataset[],
  ): Promise<void>;
  removeDatasets(
    transaction: Knex.Transaction,
    rowIds: readonly string[],
  ): Promise<void>;
  replaceAssets(
    transaction: Knex.Transaction,
    assets: readonly StoredAsset[],
  ): Promise<void>;
  removeAssets(
    transaction: Knex.Transaction,
    rowIds: readonly string[],
  ): Promise<void>;
  /** Once, after all of the above: word counts, statistics. */
  finish(transaction: Knex.Transaction): Promise<void>;
}
