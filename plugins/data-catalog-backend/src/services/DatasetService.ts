import { NotFoundError } from '@backstage/errors';
import type {
  Column,
  Dataset,
  DatasetChange,
} from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetId, Tier } from '@suido/vocabulary';
import type { Knex } from 'knex';
import {
  toSummary,
  type DatasetRow,
  type StoredDetail,
} from '../database/datasetRow';
import { findDataset } from '../database/findDataset';
import { listChanges, type ChangeQuery } from '../database/listChanges';
import { listColumns, type ColumnQuery } from '../database/listColumns';
import {
  areInputsReadable,
  loadNeighbours,
  loadPointedAt,
  type Neighbour,
} from '../database/loadNeighbours';
import { resolveTier } from '../merge/resolveTier';
import type { ReadableDatasets } from '../permissions/DatasetGate';

/** Part of an answer about one dataset, and how sensitive that is. */
export interface OfDataset<T> {
  readonly key: string;
  readonly tier: Tier;
  readonly value: T;
}

/** Reads what is known of datasets, as far as the reader may see them. */
export class DatasetService {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @throws `NotFoundError`, the same for missing and for hidden */
  async get(key: string, readable: ReadableDatasets): Promise<Dataset> {
    return this.present(await this.find(key, readable), readable);
  }

  /** @throws `NotFoundError`, the same for missing and for hidden */
  async find(key: string, readable: ReadableDatasets): Promise<DatasetRow> {
    const row = await findDataset(this.#knex, key, readable);
    if (!row) {
      throw new NotFoundError(
        `There is no dataset '${key}', or you may not see it; look for it in the catalog.`,
      );
    }
    return row;
  }

  /** A dataset with all that the reader may see around it. */
  async present(row: DatasetRow, readable: ReadableDatasets): Promise<Dataset> {
    const stored: { detail: StoredDetail } | undefined = await this.#knex(
      'dataset_details',
    )
      .where('dataset_id', row.id)
      .first('detail');
    if (!stored) {
      throw new Error(`The dataset '${row.key}' has no details`);
    }
    const { successor, foreignKeys, viewSql, ...detail } = stored.detail;
    const [aliases, reads, readBy, pointedAt, mayReadInputs] =
      await Promise.all([
        this.#aliases(row),
        loadNeighbours(this.#knex, row.id, 'reads', readable),
        loadNeighbours(this.#knex, row.id, 'readBy', readable),
        loadPointedAt(
          this.#knex,
          [successor, ...foreignKeys.map(each => each.references)].flatMap(
            each => each?.key ?? [],
          ),
          readable,
        ),
        areInputsReadable(this.#knex, row.id, readable),
      ]);
    const shown = (told: Neighbour | undefined): Neighbour | undefined => {
      const found = told?.key === undefined ? told : pointedAt.get(told.key);
      return found === 'hidden'
        ? undefined
        : found ?? (told && { name: told.name });
    };
    const next = shown(successor);
    return {
      ...toSummary(row),
      ...detail,
      aliases,
      tierRule: resolveTier({
        own: row.own_tier ?? undefined,
        columns: row.columns_tier ?? undefined,
        inherited: row.inherited_tier ?? undefined,
      }).rule,
      successor:
        next?.key === undefined
          ? undefined
          : { key: next.key, name: next.name },
      foreignKeys: foreignKeys.flatMap(foreignKey => {
        const references = shown(foreignKey.references);
        return references ? [{ ...foreignKey, references }] : [];
      }),
      // The query names what it reads.
      viewSql: mayReadInputs ? viewSql : undefined,
      reads,
      readBy,
      revision: Number(row.revision),
      firstSeenAt: row.first_seen_at.toISOString(),
      changedAt: row.changed_at.toISOString(),
    };
  }

  async columns(
    key: string,
    query: ColumnQuery,
    readable: ReadableDatasets,
  ): Promise<OfDataset<{ items: Column[]; total: number }>> {
    const row = await this.find(key, readable);
    return of(row, await listColumns(this.#knex, row, query));
  }

  async changesOf(
    key: string,
    query: Omit<ChangeQuery, 'datasetId' | 'since'>,
    readable: ReadableDatasets,
  ): Promise<OfDataset<{ items: DatasetChange[]; nextCursor?: string }>> {
    const row = await this.find(key, readable);
    return of(
      row,
      await listChanges(this.#knex, { ...query, datasetId: row.id }, readable),
    );
  }

  async changes(
    query: Omit<ChangeQuery, 'datasetId'>,
    readable: ReadableDatasets,
  ): Promise<{ items: DatasetChange[]; nextCursor?: string }> {
    return listChanges(this.#knex, query, readable);
  }

  async #aliases({ id, namespace, name }: DatasetRow): Promise<DatasetId[]> {
    return this.#knex('dataset_names')
      .where('dataset_id', id)
      .whereNot(own => own.where({ namespace, name }))
      .orderBy(['namespace', 'name'])
      .select('namespace', 'name');
  }
}

function of<T>({ key, tier }: DatasetRow, value: T): OfDataset<T> {
  return { key, tier, value };
}
