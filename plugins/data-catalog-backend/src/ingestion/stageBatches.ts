import type { SnapshotBatch } from '@suido/backstage-plugin-data-catalog-node';
import type { ReadingReport } from '@suido/backstage-plugin-data-catalog-common';
import type { RecordStager } from './RecordStager';
import type { StagedRow } from './StagedRow';

/** Characters of staged rows that are held before they are written. */
const FLUSH_LENGTH_CHARS = 2 * 1_024 * 1_024;

/** Writes what was staged so far. */
export type Flush = (
  rows: readonly StagedRow[],
  progress: { readonly cursor?: string; readonly report: ReadingReport },
) => Promise<void>;

/** Gathers staged rows, and writes them some megabytes at a time. */
export class StagingBuffer {
  readonly #flush: Flush;
  readonly #reportSoFar: () => ReadingReport;
  #rows: StagedRow[] = [];
  #lengthChars = 0;

  constructor(flush: Flush, reportSoFar: () => ReadingReport) {
    this.#flush = flush;
    this.#reportSoFar = reportSoFar;
  }

  get isFull(): boolean {
    return this.#lengthChars >= FLUSH_LENGTH_CHARS;
  }

  add(rows: readonly StagedRow[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#lengthChars += row.record.length + row.subject.length + 128;
    }
  }

  /** @param cursor - where a reading that breaks off goes on after this */
  async flush(cursor?: string): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    this.#lengthChars = 0;
    await this.#flush(rows, { cursor, report: this.#reportSoFar() });
  }
}

/** Stages the records of a source, with the cursor of each part that is kept. */
export async function stageBatches(
  batches: AsyncIterable<SnapshotBatch>,
  stager: RecordStager,
  buffer: StagingBuffer,
  signal: AbortSignal,
): Promise<void> {
  let cursor: string | undefined;
  let index = 0;
  for await (const batch of batches) {
    signal.throwIfAborted();
    for (const record of batch.records) {
      buffer.add(stager.stageRecord(record, `#${index}`));
      index += 1;
      // In the middle of a batch there is no place to go on from.
      if (buffer.isFull && cursor === undefined && !batch.cursor) {
        await buffer.flush();
      }
    }
    cursor = batch.cursor;
    if (buffer.isFull) {
      await buffer.flush(cursor);
    }
  }
  await buffer.flush(cursor);
}
