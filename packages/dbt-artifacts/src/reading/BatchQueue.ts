import type { ArtifactRecord } from '../records/ArtifactRecord';

// Small enough that taking a batch from another thread blocks nobody
const BATCH_RECORDS = 200;
const BATCH_BYTES = 128 * 1024;

/** Gathers records into batches of about the same weight. */
export class BatchQueue {
  #full: ArtifactRecord[][] = [];
  #open: ArtifactRecord[] = [];
  #openBytes = 0;

  /** @param bytes - of the text that the records were read from */
  add(records: readonly ArtifactRecord[], bytes: number): void {
    this.#open.push(...records);
    this.#openBytes += bytes;
    if (this.#openBytes >= BATCH_BYTES || this.#open.length >= BATCH_RECORDS) {
      this.#close();
    }
  }

  takeFull(): readonly ArtifactRecord[][] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  takeAll(): readonly ArtifactRecord[][] {
    if (this.#open.length > 0) {
      this.#close();
    }
    return this.takeFull();
  }

  #close(): void {
    this.#full.push(this.#open);
    this.#open = [];
    this.#openBytes = 0;
  }
}
