import type { Caller } from '@suido/backend-kit';
import {
  datasetUpdatePermission,
  type Column,
  type Dataset,
  type DatasetChange,
  type DatasetEdit,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ChangeQuery } from '../database/listChanges';
import type { ColumnQuery } from '../database/listColumns';
import type { DatasetGate } from '../permissions/DatasetGate';
import type { DatasetService, OfDataset } from './DatasetService';
import type { EditService } from './EditService';

/** Datasets for whoever may see and edit them; the rest is not there. */
export class AuthorizedDatasetService {
  readonly #gate: DatasetGate;
  readonly #datasets: DatasetService;
  readonly #edits: EditService;

  constructor(options: {
    gate: DatasetGate;
    datasets: DatasetService;
    edits: EditService;
  }) {
    this.#gate = options.gate;
    this.#datasets = options.datasets;
    this.#edits = options.edits;
  }

  async get(key: string, { credentials }: Caller): Promise<Dataset> {
    return this.#datasets.get(key, await this.#gate.readable(credentials));
  }

  async columns(
    key: string,
    query: ColumnQuery,
    { credentials }: Caller,
  ): Promise<OfDataset<{ items: Column[]; total: number }>> {
    return this.#datasets.columns(
      key,
      query,
      await this.#gate.readable(credentials),
    );
  }

  async changesOf(
    key: string,
    query: Omit<ChangeQuery, 'datasetId' | 'since'>,
    { credentials }: Caller,
  ): Promise<OfDataset<{ items: DatasetChange[]; nextCursor?: string }>> {
    return this.#datasets.changesOf(
      key,
      query,
      await this.#gate.readable(credentials),
    );
  }

  async changes(
    query: Omit<ChangeQuery, 'datasetId'>,
    { credentials }: Caller,
  ): Promise<{ items: DatasetChange[]; nextCursor?: string }> {
    return this.#datasets.changes(
      query,
      await this.#gate.readable(credentials),
    );
  }

  /** What is hidden is missing; what may only be read is refused. */
  async edit(
    key: string,
    input: { readonly edit: DatasetEdit; readonly revision: number },
    caller: Caller,
  ): Promise<Dataset> {
    const readable = await this.#gate.readable(caller.credentials);
    const row = await this.#datasets.find(key, readable);
    await this.#gate.requireOn(
      row.key,
      datasetUpdatePermission,
      caller.credentials,
    );
    const edited = await this.#edits.edit(row.id, input, caller);
    return this.#datasets.present(edited, readable);
  }
}
