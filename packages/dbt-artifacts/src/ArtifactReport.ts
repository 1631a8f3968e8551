import type { ArtifactKindName, ArtifactMetadata } from './kinds/ArtifactKind';
import type { ReportedReason, ReportedTotals } from './reasons/ReasonLedger';
import type { ArtifactRecord } from './records/ArtifactRecord';

/** Some records of a file, in its order; safe for structured clone. */
export interface ArtifactBatch {
  readonly kind: ArtifactKindName;
  readonly records: readonly ArtifactRecord[];
}

/** What was read from a file, and what was not. */
export interface ArtifactReport {
  readonly kind: ArtifactKindName;
  /** Version of the format, such as `v12`. */
  readonly version?: string;
  readonly metadata: ArtifactMetadata;
  readonly totals: ReportedTotals;
  readonly reasons: readonly ReportedReason[];
}
