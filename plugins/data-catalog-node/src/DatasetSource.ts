import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ReadingReport,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';

/** What a source is asked with. @public */
export interface ReadContext {
  /** What the last snapshot that was applied carried; absent the first time. */
  readonly etag?: string;
  /**
   * Where a reading that broke off goes on: the cursor of its last batch that
   * was kept. A source that gives no cursors is read from its beginning. Where
   * the etag is another than before, the reading begins again.
   */
  readonly cursor?: string;
  readonly signal: AbortSignal;
  readonly logger: LoggerService;
}

/** Some records of a snapshot. @public */
export interface SnapshotBatch {
  readonly records: readonly SnapshotRecord[];
  /** With it a reading that breaks off later goes on after this batch. */
  readonly cursor?: string;
}

/** One reading of a source. @public */
export interface Snapshot {
  /**
   * `full`: what is not told is gone, of this source. `delta`: only what is
   * told changes; removals are records.
   */
  readonly mode: 'full' | 'delta';
  /** When the source was as it is told; ISO-8601. Older than what is stored is refused. */
  readonly takenAt: string;
  /** Given back by the next reading, so that nothing is read twice. */
  readonly etag?: string;
  /** In batches of some hundreds, so that nobody holds a whole snapshot. */
  readonly batches: AsyncIterable<SnapshotBatch>;
  /**
   * What became of the records; asked for after the last batch. Of a reading
   * that went on after a cursor, only of what came after it.
   */
  readonly report: () => ReadingReport;
}

/**
 * A teller of metadata: a dbt project's artifacts, a warehouse, a folder of
 * contracts.
 *
 * @remarks
 * It reads, and nothing more: what counts, what is gone and what changed is
 * decided by the catalog, the same way for every source.
 * @public
 */
export interface DatasetSource {
  /** From the configuration; names the source for good. */
  readonly id: string;
  /** Of the module: `dbt`, `postgres`. Precedence is declared by kind or id. */
  readonly kind: string;
  /** How pages show it. */
  readonly title: string;
  /**
   * Reads the source.
   * @returns `undefined` where it is as the etag says
   * @throws what stops the whole reading; a broken record is counted instead
   */
  read(context: ReadContext): Promise<Snapshot | undefined>;
}
