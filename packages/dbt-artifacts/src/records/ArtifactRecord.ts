import type { DatasetRecord } from './DatasetRecord';
import type { FreshnessRecord } from './FreshnessRecord';
import type {
  ExposureRecord,
  GroupRecord,
  MetricRecord,
  SavedQueryRecord,
  SemanticModelRecord,
} from './consumerRecords';
import type { SqlRecord, StatementRecord } from './sqlRecords';
import type { TableRecord } from './TableRecord';
import type { TestRecord } from './TestRecord';

/** Everything that artifacts bring in, told apart by `record`. */
export type ArtifactRecord =
  | DatasetRecord
  | TableRecord
  | TestRecord
  | ExposureRecord
  | SemanticModelRecord
  | MetricRecord
  | SavedQueryRecord
  | GroupRecord
  | StatementRecord
  | SqlRecord
  | FreshnessRecord;
