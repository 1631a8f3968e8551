import type { Snapshot } from '@suido/backstage-plugin-data-catalog-node';

/** A run whose records are all staged. */
export interface RunToApply {
  readonly id: string;
  readonly source: string;
  readonly mode: Snapshot['mode'];
  /** ISO-8601. */
  readonly takenAt: string;
  readonly etag?: string;
  /** A data engineer said that it may remove what it removes. */
  readonly isReleased: boolean;
}
