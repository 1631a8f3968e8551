/** Kinds of rows that are staged. */
export type StagedKind =
  /** What is told of a dataset. */
  | 'dataset'
  /** That it is told as it is stored: its hash is known. */
  | 'dataset-same'
  /** That it is gone. */
  | 'dataset-gone'
  /** A name by which a record points to a dataset. */
  | 'name'
  /** That two names are of one dataset. */
  | 'alias'
  | 'edge'
  | 'edge-gone'
  | 'usage'
  | 'asset'
  | 'asset-same'
  | 'asset-gone';

/** A row of `staged_records`. */
export interface StagedRow {
  readonly kind: StagedKind;
  readonly subject: string;
  /** Of the record as it came, and of how it is read; hexadecimal. */
  readonly hash: string;
  /** JSON. */
  readonly record: string;
}
