import type {
  Column,
  DashboardRecord,
  DatasetSummary,
  SavedQueryRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { datasetKey } from '@suido/vocabulary';
import type { Knex } from 'knex';
import type { DatasetDetail, ResolvedDataset } from '../merge/ResolvedDataset';
import { PostgresSearchIndex } from '../search/PostgresSearchIndex';
import type { StoredAsset } from '../search/SearchIndex';

/** What a test says of a dataset; the rest is filled in. */
export type Given = Partial<
  Omit<DatasetSummary, 'columns' | 'id' | 'name' | 'key'>
> & {
  /** Full name. */
  readonly name: string;
  readonly columns?: readonly (Partial<Column> & { name: string })[];
  readonly detail?: Partial<DatasetDetail>;
  readonly sources?: readonly string[];
};

const index = new PostgresSearchIndex();

/** Stores datasets and indexes them, as whoever applies a snapshot does. */
export async function addDatasets(
  knex: Knex,
  given: readonly Given[],
): Promise<ResolvedDataset[]> {
  return knex.transaction(async transaction => {
    const datasets: ResolvedDataset[] = [];
    for (const each of given) {
      const resolved = resolve(each);
      const { summary, detail, sources } = resolved;
      const [{ id }] = await transaction('datasets')
        .insert({
          key: summary.key,
          namespace: summary.id.namespace,
          name: summary.id.name,
          short_name: summary.name,
          layer: summary.layer,
          domain: summary.domain,
          owner_ref: summary.owner?.ref,
          owner_label: summary.owner?.label,
          tier: summary.tier,
          definition_en: summary.definition.en,
          definition_ja: summary.definition.ja,
          lifecycle: summary.lifecycle,
          loaded_at: summary.loadedAt,
          column_count: summary.columns,
          completeness: summary.completeness,
          tags: detail.tags,
          sources,
        })
        .onConflict(['namespace', 'name'])
        .merge()
        .returning('id');
      datasets.push({ ...resolved, rowId: id });
    }
    await index.replaceDatasets(transaction, datasets);
    await index.finish(transaction);
    return datasets;
  });
}

/** Removes datasets from what can be found. */
export async function forgetDatasets(
  knex: Knex,
  datasets: readonly ResolvedDataset[],
): Promise<void> {
  await knex.transaction(async transaction => {
    await index.removeDatasets(
      transaction,
      datasets.map(({ rowId }) => rowId),
    );
    await index.finish(transaction);
  });
}

/** Stores assets of the source `bi` and indexes them. */
export async function addAssets(
  knex: Knex,
  given: readonly {
    record: SavedQueryRecord | DashboardRecord;
    reads?: readonly ResolvedDataset[];
  }[],
): Promise<StoredAsset[]> {
  await knex('sources')
    .insert({ id: 'bi', kind: 'push', title: 'BI' })
    .onConflict('id')
    .ignore();
  return knex.transaction(async transaction => {
    const assets: StoredAsset[] = [];
    for (const { record, reads = [] } of given) {
      const [{ id }] = await transaction('assets')
        .insert({
          source_id: 'bi',
          kind: record.kind,
          asset_id: record.id,
          hash: Buffer.alloc(1),
          record: JSON.stringify(record),
        })
        .returning('id');
      for (const { rowId } of reads) {
        await transaction('asset_reads').insert({
          asset: id,
          dataset_id: rowId,
        });
      }
      assets.push({ rowId: id, source: 'bi', record });
    }
    await index.replaceAssets(transaction, assets);
    await index.finish(transaction);
    return assets;
  });
}

function resolve(given: Given): Omit<ResolvedDataset, 'rowId'> {
  const { name, columns = [], detail, sources = ['dbt'], ...summary } = given;
  const id = { namespace: 'duckdb://demo', name };
  return {
    sources,
    summary: {
      key: datasetKey(id),
      id,
      name: name.split('.').at(-1) ?? name,
      tier: 2,
      definition: {},
      completeness: 0,
      lifecycle: 'active',
      ...summary,
      columns: columns.length,
    },
    detail: {
      aliases: [],
      tags: [],
      owners: [],
      stewards: [],
      tierRule: 'default',
      primaryKey: [],
      foreignKeys: [],
      tests: [],
      told: {},
      missing: [],
      ...detail,
    },
    columns: columns.map((column, position) => ({
      position,
      definition: {},
      tags: [],
      tests: [],
      ...column,
    })),
  };
}
