import type {
  Column,
  Dataset,
  DatasetSummary,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Tier } from '@suido/vocabulary';

/** What `dataset_details.detail` holds: all but what lists and edges show. */
export type DatasetDetail = Omit<
  Dataset,
  | keyof DatasetSummary
  | 'reads'
  | 'readBy'
  | 'revision'
  | 'firstSeenAt'
  | 'changedAt'
>;

/** What counts of one dataset, merged from all that is told of it. */
export interface ResolvedDataset {
  /** Surrogate key of its row. */
  readonly rowId: string;
  readonly summary: DatasetSummary;
  readonly detail: DatasetDetail;
  readonly columns: readonly Column[];
  /** Ids of the sources that tell of it; sorted. */
  readonly sources: readonly string[];
  /** What is said of its tier itself, and the highest of its columns. */
  readonly ownTier?: Tier;
  readonly columnsTier?: Tier;
}
