import type { DatasetRecord } from '@suido/backstage-plugin-data-catalog-common';
import type { AuthoredText, DatasetId, Tier } from '@suido/vocabulary';

/** What one source says of one dataset. */
export interface DatasetTelling {
  /** Id of the source. */
  readonly source: string;
  /** Kind of the source. */
  readonly kind: string;
  /** Since when it says so; ISO-8601. */
  readonly at: string;
  readonly record: DatasetRecord;
}

/** What people wrote in the portal; what they took back is not in it. */
export interface PortalEdit {
  readonly at: string;
  readonly purpose?: string;
  readonly definition?: AuthoredText;
  /** Entity ref of a group. */
  readonly owner?: string;
  readonly tier?: Tier;
  readonly columns?: Readonly<
    Record<string, { readonly definition?: AuthoredText }>
  >;
}

/** Which dataset it is that is told of. */
export interface DatasetIdentity {
  /** Surrogate key of its row. */
  readonly rowId: string;
  readonly key: string;
  /** Canonical. */
  readonly id: DatasetId;
  /** Last part of its name, as told. */
  readonly shortName: string;
  /** The highest tier of its inputs; absent where it has none. */
  readonly inheritedTier?: Tier;
}
