import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ReadingReport,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import assert from 'node:assert/strict';
import type { DatasetSource, ReadContext, Snapshot } from '../DatasetSource';

const SILENT: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => SILENT,
};

/** A snapshot that was read to its end. */
export interface WholeSnapshot {
  readonly head: Pick<Snapshot, 'mode' | 'takenAt' | 'etag'>;
  readonly records: readonly SnapshotRecord[];
  /** How many records came with each batch, and the cursor after it. */
  readonly batches: readonly { size: number; cursor?: string }[];
  readonly report: ReadingReport;
}

/** Reads a source, as the catalog does. */
export async function readWhole(
  source: DatasetSource,
  context: Partial<ReadContext> = {},
): Promise<WholeSnapshot | undefined> {
  const snapshot = await source.read({
    signal: new AbortController().signal,
    logger: SILENT,
    ...context,
  });
  if (!snapshot) {
    return undefined;
  }
  const records: SnapshotRecord[] = [];
  const batches: { size: number; cursor?: string }[] = [];
  for await (const batch of snapshot.batches) {
    records.push(...batch.records);
    batches.push({ size: batch.records.length, cursor: batch.cursor });
  }
  const { mode, takenAt, etag } = snapshot;
  return {
    head: { mode, takenAt, etag },
    records,
    batches,
    report: snapshot.report(),
  };
}

/** Reads a source that must tell something. */
export async function readSomething(
  source: DatasetSource,
  context?: Partial<ReadContext>,
): Promise<WholeSnapshot> {
  const whole = await readWhole(source, context);
  assert.ok(whole, 'the source says that nothing changed since nothing');
  return whole;
}
