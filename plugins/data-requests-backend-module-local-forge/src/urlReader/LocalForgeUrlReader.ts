import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  ReadUrlResponseFactory,
  type ReadTreeResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { matchesGlob } from 'node:path';
import { Readable } from 'node:stream';
import type { LocalForgeConfig } from '../config/readLocalForgeConfig';
import { LocalForgeSnapshot } from '../forge/LocalForgeSnapshot';
import { GitRepository } from '../git/GitRepository';
import { gitdirOf } from '../git/seedRepository';
import { listFiles } from '../git/treeDiff';
import { parseLocalForgeUrl } from './parseLocalForgeUrl';

interface Target {
  readonly git: GitRepository;
  readonly commit: string;
  readonly committedAt: Date;
  readonly path: string;
  /** URL of the root of the repository at the ref of the request. */
  readonly rootUrl: string;
}

/** Reads repositories of the local forge as others read GitHub. */
export class LocalForgeUrlReader implements UrlReaderService {
  constructor(
    private readonly config: LocalForgeConfig,
    private readonly treeResponseFactory: ReadTreeResponseFactory,
  ) {}

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const target = await this.open(url, options?.etag);
    const { git, commit, path, committedAt } = target;
    // As in HTTP, an etag outweighs a time: this is the time of a commit, in
    // whole seconds, by a clock that somebody may have set.
    if (
      options?.etag === undefined &&
      options?.lastModifiedAfter &&
      committedAt <= options.lastModifiedAfter
    ) {
      throw new NotModifiedError();
    }
    const bytes = await new LocalForgeSnapshot(git, commit).bytes(path);
    if (!bytes) {
      throw new NotFoundError(`${url} is no file at commit ${commit}`);
    }
    return await ReadUrlResponseFactory.fromReadable(
      Readable.from([Buffer.from(bytes)]),
      { etag: commit, lastModifiedAt: committedAt },
    );
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const { git, commit, path, committedAt } = await this.open(
      url,
      options?.etag,
    );
    const prefix = path === '' ? '' : `${path}/`;
    const found = await listFiles(git, commit, path);
    if (found.length === 0 && path !== '') {
      throw new NotFoundError(`${url} is no folder at commit ${commit}`);
    }
    const files: Parameters<ReadTreeResponseFactory['fromReadableArray']>[0] =
      [];
    for (const { path: whole, file } of found) {
      const name = whole.slice(prefix.length);
      if (file.mode.startsWith('100')) {
        const bytes = await git.blob(file.oid);
        if (options?.filter?.(name, { size: bytes.byteLength }) ?? true) {
          files.push({
            path: name,
            data: Readable.from([Buffer.from(bytes)]),
            lastModifiedAt: committedAt,
          });
        }
      }
    }
    const response = await this.treeResponseFactory.fromReadableArray(files);
    return {
      etag: commit,
      files: () => response.files(),
      archive: () => response.archive(),
      dir: dirOptions => response.dir(dirOptions),
    };
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    const { git, commit, path, committedAt, rootUrl } = await this.open(
      url,
      options?.etag,
    );
    const all = await listFiles(git, commit);
    const found = all.filter(
      entry =>
        entry.file.mode.startsWith('100') &&
        (entry.path === path || matchesGlob(entry.path, path)),
    );
    return {
      etag: commit,
      files: found.map(({ path: name, file }) => ({
        url: `${rootUrl}/${name.split('/').map(encodeURIComponent).join('/')}`,
        content: async () => Buffer.from(await git.blob(file.oid)),
        lastModifiedAt: committedAt,
      })),
    };
  }

  toString(): string {
    return `localForge{host=${this.config.host}}`;
  }

  private async open(url: string, etag: string | undefined): Promise<Target> {
    const { repository, parts } = parseLocalForgeUrl(url);
    const entry = this.config.repositories.find(
      ({ name }) => name === repository,
    );
    if (!entry) {
      throw new NotFoundError(
        `${url}: dataRequests.localForge.repositories does not name ${repository}`,
      );
    }
    const git = new GitRepository(gitdirOf(this.config.directory, repository));
    const names =
      parts[0] === 'HEAD'
        ? [...entry.defaultBranch.split('/'), ...parts.slice(1)]
        : parts;
    // Git allows no ref below another, so at most one length is a ref.
    for (let length = 1; length <= names.length; length += 1) {
      const ref = names.slice(0, length).join('/');
      const commit = await git.resolve(ref);
      if (commit !== undefined) {
        if (commit === etag) {
          throw new NotModifiedError();
        }
        const { committer } = await git.commit(commit);
        return {
          git,
          commit,
          committedAt: new Date(committer.timestamp * 1_000),
          path: names.slice(length).join('/'),
          rootUrl: `https://${this.config.host}/${repository}/blob/${ref}`,
        };
      }
    }
    throw new NotFoundError(
      `${url}: the repository is not there yet, or has no such ref`,
    );
  }
}
