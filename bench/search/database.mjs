import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The plugin's own code, compiled as the backend of a developer does.
 *
 * @param {string} root of the repository
 */
export function loadPlugin(root) {
  const require = createRequire(join(root, 'packages/backend/package.json'));
  require('@backstage/cli/config/nodeTransform.cjs');
  const source = name =>
    require(join(root, 'plugins/data-catalog-backend/src', name));
  return {
    ...source('search/PostgresSearchIndex.ts'),
    ...source('search/SearchService.ts'),
    knex: require('knex'),
    datasetKey: require('@suido/vocabulary').datasetKey,
    foldText: require('@suido/search-text').foldText,
    searchQuerySchema: require('@suido/backstage-plugin-data-catalog-common')
      .searchQuerySchema,
  };
}

/**
 * A database of its own.
 *
 * @param {{ plugin: object, connection: string }} options `connection` may
 *   create databases
 * @returns {Promise<{ knex: object, drop: () => Promise<void> }>}
 */
export async function createDatabase({ plugin, connection }) {
  const name = `bench_search_${randomBytes(5).toString('hex')}`;
  const admin = plugin.knex({ client: 'pg', connection });
  await admin.raw('create database ??', [name]);
  const url = new URL(connection);
  url.pathname = name;
  // One connection, so that its process in the server can be measured.
  const knex = plugin.knex({
    client: 'pg',
    connection: url.href,
    pool: { min: 1, max: 1 },
  });
  return {
    knex,
    async drop() {
      await knex.destroy();
      await admin.raw('drop database ?? with (force)', [name]);
      await admin.destroy();
    },
  };
}

/** The tables of the plugin. */
export async function createTables({ root, knex }) {
  await knex.migrate.latest({
    directory: join(root, 'plugins/data-catalog-backend/migrations'),
  });
}

const DATASETS_PER_BATCH = 500;

/**
 * Gives the warehouse rows and ids, as ingestion would before it indexes.
 *
 * @returns {Promise<{ datasets: object[], assets: object[] }>}
 */
export async function insertRows({ plugin, knex, warehouse }) {
  await knex('sources').insert(
    ['warehouse', 'bi'].map(id => ({ id, kind: 'push', title: id })),
  );
  const datasets = [];
  for (const batch of batches(warehouse.datasets, DATASETS_PER_BATCH)) {
    const ids = await knex('datasets')
      .insert(batch.map(dataset => datasetRow(dataset, plugin)))
      .returning('id');
    batch.forEach((dataset, index) =>
      datasets.push({ ...dataset, rowId: ids[index].id }),
    );
  }
  const ids = await knex('assets')
    .insert(
      warehouse.assets.map(({ source, record }) => ({
        source_id: source,
        kind: record.kind,
        asset_id: record.id,
        hash: Buffer.alloc(1),
        record: JSON.stringify(record),
      })),
    )
    .returning('id');
  const assets = warehouse.assets.map((asset, index) => ({
    ...asset,
    rowId: ids[index].id,
  }));
  return { datasets, assets };
}

function datasetRow({ summary, detail, sources }, plugin) {
  const { id, owner, definition } = summary;
  return {
    key: plugin.datasetKey(id),
    namespace: id.namespace,
    name: id.name,
    short_name: summary.name,
    type: summary.type,
    layer: summary.layer,
    domain: summary.domain,
    owner_label: owner?.label,
    owner_is_personal: owner?.isPersonal ?? false,
    tier: summary.tier,
    definition_en: definition.en,
    definition_ja: definition.ja,
    lifecycle: summary.lifecycle,
    column_count: summary.columns,
    completeness: summary.completeness,
    tags: detail.tags,
    sources,
  };
}

/** Fills the index in one transaction. */
export async function buildIndex({ plugin, knex, rows }) {
  const index = new plugin.PostgresSearchIndex();
  await knex.transaction(async transaction => {
    for (const batch of batches(rows.datasets, DATASETS_PER_BATCH)) {
      await index.replaceDatasets(transaction, batch);
    }
    await index.replaceAssets(transaction, rows.assets);
    await index.finish(transaction);
  });
  return index;
}

function* batches(items, size) {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
