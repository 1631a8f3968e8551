import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ColumnType,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import type { DatasetId } from '@suido/vocabulary';

/** Most rows that a sample may have. @public */
export const SAMPLE_ROW_LIMIT = 10_000;

/** Rows of a dataset, column by column. @public */
export interface SampleTable {
  /** Changes whenever the dataset's content or shape does; keys caches. */
  readonly revision: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    /** True where the values were masked because of the column's tier. */
    readonly masked: boolean;
    /** One value per row. */
    readonly values: readonly SampleValue[];
  }[];
  readonly rowCount: number;
}

/**
 * Where sample rows come from: a warehouse, or something that stands for one.
 *
 * @remarks
 * Values of columns of tier 3 and 4 are masked before they leave the source.
 * @public
 */
export interface SampleSource {
  /** Whether this source speaks for datasets of the namespace. */
  accepts(namespace: string): boolean;
  /** `undefined` where the dataset is not (yet) in the warehouse. */
  revision(
    dataset: DatasetId,
    options: { credentials: BackstageCredentials },
  ): Promise<string | undefined>;
  /**
   * At most {@link SAMPLE_ROW_LIMIT} rows of the named columns.
   * @throws `NotFoundError` where the dataset or a column is not there
   */
  sample(
    dataset: DatasetId,
    columns: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<SampleTable>;
}
