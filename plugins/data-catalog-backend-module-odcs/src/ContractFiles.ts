import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A YAML file, named from its folder. */
export interface ContractFile {
  readonly path: string;
  /** @throws where it cannot be read */
  readonly text: () => Promise<string>;
}

/** The YAML files of a folder as they are now, by path. */
export interface FoundFiles {
  readonly etag: string;
  readonly files: readonly ContractFile[];
}

const YAML = /\.ya?ml$/i;

/**
 * A folder on this host's disk where it is an absolute path, else a
 * repository's tree behind Backstage's reader of URLs.
 */
export class ContractFiles {
  readonly #folder: string;
  readonly #reader: UrlReaderService;

  constructor(folder: string, reader: UrlReaderService) {
    this.#folder = folder;
    this.#reader = reader;
  }

  /** `undefined` where the files are as the etag says. */
  async look(
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<FoundFiles | undefined> {
    const found = isAbsolute(this.#folder)
      ? await this.#lookOnDisk()
      : await this.#lookBehindUrl(etag, signal);
    return found?.etag === etag ? undefined : found;
  }

  /** Links are not followed: they may lead anywhere. */
  async #lookOnDisk(): Promise<FoundFiles> {
    const entries = await readdir(this.#folder, {
      recursive: true,
      withFileTypes: true,
    }).catch(error => {
      throw new NotFoundError(
        `The folder ${this.#folder} cannot be read: ${
          isError(error) ? error.message : 'unknown'
        }`,
      );
    });
    const paths = entries
      .filter(entry => entry.isFile() && YAML.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
    const hash = createHash('sha256');
    for (const path of paths) {
      const { mtimeMs, size } = await stat(path);
      hash.update(JSON.stringify([path, mtimeMs, size]));
    }
    return {
      etag: hash.digest('hex'),
      files: paths.map(path => ({
        path: relative(this.#folder, path).split(sep).join('/'),
        text: () => readFile(path, 'utf8'),
      })),
    };
  }

  async #lookBehindUrl(
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<FoundFiles | undefined> {
    try {
      const tree = await this.#reader.readTree(this.#folder, {
        etag,
        signal,
        filter: path => YAML.test(path),
      });
      const files = (await tree.files())
        .filter(({ path }) => YAML.test(path))
        .map(({ path, content }) => ({
          path,
          text: async () => (await content()).toString('utf8'),
        }));
      return {
        etag: tree.etag,
        files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }
}
