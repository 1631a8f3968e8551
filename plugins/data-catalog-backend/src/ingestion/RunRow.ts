import type {
  ReadingReport,
  SourceRun,
  SourceRunState,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Snapshot } from '@suido/backstage-plugin-data-catalog-node';

/** A row of `source_runs`. */
export interface RunRow {
  readonly id: string;
  readonly source_id: string;
  readonly state: SourceRunState;
  readonly mode: Snapshot['mode'] | null;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly taken_at: Date | null;
  readonly etag: string | null;
  readonly cursor: string | null;
  readonly report: ReadingReport | null;
  readonly changes: SourceRun['changes'] | null;
  readonly reason: SourceRun['reason'] | null;
  readonly revision: string | null;
  readonly staged_at: Date | null;
  readonly is_released: boolean;
}

/** A run in the hands of this reader. */
export interface HeldRun {
  readonly row: RunRow;
  /** Changes when somebody else takes the run over. */
  readonly reader: string;
}

/** What is known of a snapshot before it is read. */
export type SnapshotHead = Pick<Snapshot, 'mode' | 'takenAt' | 'etag'>;

/** What ends a run, beside its state. */
export interface RunEnd {
  readonly report?: ReadingReport;
  readonly changes?: SourceRun['changes'];
  readonly reason?: SourceRun['reason'];
  readonly revision?: number;
}
