import type { Caller } from '@suido/backend-kit';
import {
  sourceManagePermission,
  sourceReadPermission,
  type CatalogSource,
  type SourceRun,
} from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetGate } from '../permissions/DatasetGate';
import type { SourceService } from './SourceService';

/** Sources for whoever may see and manage them. */
export class AuthorizedSourceService {
  readonly #gate: DatasetGate;
  readonly #sources: SourceService;

  constructor(options: { gate: DatasetGate; sources: SourceService }) {
    this.#gate = options.gate;
    this.#sources = options.sources;
  }

  async list({ credentials }: Caller): Promise<CatalogSource[]> {
    await this.#gate.require(sourceReadPermission, credentials);
    return this.#sources.list(await this.#gate.readableOrNone(credentials));
  }

  async listRuns(
    source: string,
    page: { readonly cursor?: string; readonly limit: number },
    { credentials }: Caller,
  ): Promise<{ items: SourceRun[]; nextCursor?: string }> {
    await this.#gate.require(sourceReadPermission, credentials);
    return this.#sources.listRuns(
      source,
      page,
      await this.#gate.readableOrNone(credentials),
    );
  }

  async refresh(
    source: string,
    { credentials }: Caller,
  ): Promise<CatalogSource> {
    await this.#gate.require(sourceManagePermission, credentials);
    return this.#sources.refresh(
      source,
      await this.#gate.readableOrNone(credentials),
    );
  }

  async release(
    source: string,
    run: string,
    { credentials }: Caller,
  ): Promise<SourceRun> {
    await this.#gate.require(sourceManagePermission, credentials);
    return this.#sources.release(
      source,
      run,
      await this.#gate.readableOrNone(credentials),
    );
  }
}
