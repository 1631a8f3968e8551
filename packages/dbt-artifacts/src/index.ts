export {
  ArtifactError,
  FAILURES,
  failureText,
  type FailureCode,
  type FailureValues,
  type Text,
} from './ArtifactError';
export type { ArtifactBatch, ArtifactReport } from './ArtifactReport';
export { inspectArtifact } from './inspectArtifact';
export type {
  ArtifactKindName,
  ArtifactMetadata,
  ReadingWishes,
} from './kinds/ArtifactKind';
export { DEFAULT_LIMITS, type ArtifactLimits } from './limits';
export { readArtifact, type ReadArtifactOptions } from './readArtifact';
export type {
  ReasonExample,
  ReportedReason,
  ReportedTotals,
} from './reasons/ReasonLedger';
export {
  REASONS,
  type ReasonCode,
  type ReasonCodeOf,
  type ReasonOutcome,
} from './reasons/reasons';
export type { ArtifactRecord } from './records/ArtifactRecord';
export type {
  ExposureRecord,
  GroupRecord,
  MetricRecord,
  SavedQueryRecord,
  SemanticElement,
  SemanticModelRecord,
} from './records/consumerRecords';
export type {
  DatasetRecord,
  DescribedColumn,
  Partitioning,
  Reference,
  SourceFacts,
} from './records/DatasetRecord';
export type { FreshnessRecord } from './records/FreshnessRecord';
export type {
  Constraint,
  FreshnessCriteria,
  JsonObject,
  JsonValue,
  Owner,
  RelationName,
} from './records/shared';
export type { SqlRecord, StatementRecord } from './records/sqlRecords';
export type { TableRecord, WarehouseColumn } from './records/TableRecord';
export type { TestRecord } from './records/TestRecord';
export type { ArtifactInput } from './source/openBytes';
