import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ArtifactInput } from '@suido/dbt-artifacts';
import { stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

/** A file as it is now. */
export interface OpenedFile {
  readonly etag: string;
  readonly open: () => Promise<ArtifactInput>;
}

/**
 * One file of a folder: on this host's disk where the folder is an absolute
 * path, else behind Backstage's reader of URLs.
 */
export class ArtifactFile {
  readonly name: string;
  readonly #folder: string;
  readonly #reader: UrlReaderService;

  constructor(folder: string, name: string, reader: UrlReaderService) {
    this.name = name;
    this.#folder = folder;
    this.#reader = reader;
  }

  /** `undefined` where there is no such file. */
  async look(
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<OpenedFile | 'unchanged' | undefined> {
    return isAbsolute(this.#folder)
      ? this.#lookOnDisk(etag)
      : this.#lookBehindUrl(etag, signal);
  }

  async #lookOnDisk(
    etag: string | undefined,
  ): Promise<OpenedFile | 'unchanged' | undefined> {
    const path = join(this.#folder, this.name);
    try {
      const { mtimeMs, size } = await stat(path);
      const now = `${mtimeMs}-${size}`;
      return now === etag ? 'unchanged' : { etag: now, open: async () => path };
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
  }

  async #lookBehindUrl(
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<OpenedFile | 'unchanged' | undefined> {
    const url = `${this.#folder}/${this.name}`;
    try {
      const answer = await this.#reader.readUrl(url, { etag, signal });
      return {
        etag: answer.etag ?? '',
        open: async () => answer.stream?.() ?? single(await answer.buffer()),
      };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return 'unchanged';
      }
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }
}

async function* single(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
