import { NotFoundError, isError } from '@backstage/errors';
import {
  inBatches,
  ReadingTally,
  type DatasetSource,
  type ReadContext,
  type Snapshot,
} from '@suido/backstage-plugin-data-catalog-node';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { duckDbRecords } from './duckDbRecords';
import type { FileConfig } from './readFileConfigs';
import { readFileMetadata } from './readFileMetadata';

/**
 * The metadata of one DuckDB file.
 *
 * @remarks
 * DuckDB lets nobody write to a file while somebody reads it, so the file is
 * closed again before the first record is told.
 */
export class DuckDbSource implements DatasetSource {
  readonly kind = 'duckdb';
  readonly id: string;
  readonly title: string;
  readonly #config: FileConfig;

  constructor(config: FileConfig) {
    this.id = config.id;
    this.title = config.title;
    this.#config = config;
  }

  async read({ etag, signal }: ReadContext): Promise<Snapshot | undefined> {
    signal.throwIfAborted();
    const takenAt = new Date().toISOString();
    const now = await this.#etag();
    if (now === etag) {
      return undefined;
    }
    const metadata = await readFileMetadata(this.#config, signal);
    const tally = new ReadingTally();
    const { datasetNamespace } = this.#config;
    return {
      mode: 'full',
      takenAt,
      etag: now,
      batches: inBatches(
        duckDbRecords(metadata, { datasetNamespace, takenAt, tally }),
      ),
      report: () => tally.report(),
    };
  }

  /** Of the file, and of what was written last and is not in it yet. */
  async #etag(): Promise<string> {
    const { path, datasetNamespace } = this.#config;
    const states = [await stateOf(path), await stateOf(`${path}.wal`)];
    if (!states[0]) {
      throw new NotFoundError(
        `There is no file ${path}; write it there, or correct the path (dataCatalog.duckdb.files, id ${this.id}).`,
      );
    }
    return createHash('sha256')
      .update(JSON.stringify([datasetNamespace, ...states]))
      .digest('hex');
  }
}

async function stateOf(path: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
