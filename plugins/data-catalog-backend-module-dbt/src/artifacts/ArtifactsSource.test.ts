import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import {
  snapshotRecordSchema,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { cpSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ArtifactsSource } from './ArtifactsSource';

const REAL = resolve(
  __dirname,
  '../../../../packages/dbt-artifacts/src/__fixtures__/ticketswap',
);
const URL = 'https://bucket.example/target';

function model(name: string, more: object = {}) {
  return {
    unique_id: `model.shop.${name}`,
    resource_type: 'model',
    name,
    package_name: 'shop',
    database: 'RETAIL',
    schema: 'MARTS',
    alias: name,
    relation_name: `RETAIL.MARTS.${name}`,
    original_file_path: `models/${name}.sql`,
    fqn: ['shop', name],
    config: { materialized: 'table' },
    columns: {},
    depends_on: { nodes: [] },
    ...more,
  };
}

const MANIFEST = {
  metadata: {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
    generated_at: '2026-11-20T00:00:00.123456789Z',
  },
  nodes: {
    'model.shop.stg_orders': model('stg_orders', {
      config: { materialized: 'ephemeral' },
      relation_name: null,
      depends_on: { nodes: ['source.shop.pos.orders'] },
    }),
    'model.shop.dim_stores': model('dim_stores'),
    'model.shop.fct_orders': model('fct_orders', {
      description: 'Orders per day',
      group: 'data_engineering',
      meta: {
        description_ja: '日別の注文',
        sensitivity_tier: '3',
        domain: 'sales',
      },
      columns: {
        store_id: {
          name: 'store_id',
          description: '店舗',
          meta: { sensitivity_tier: 1 },
        },
        gone: { name: 'gone', data_type: 'text' },
      },
      depends_on: { nodes: ['model.shop.stg_orders', 'model.shop.dim_stores'] },
    }),
    'test.shop.rel.1': {
      unique_id: 'test.shop.rel.1',
      resource_type: 'test',
      name: 'relationships_fct_orders_store_id',
      column_name: 'store_id',
      attached_node: 'model.shop.fct_orders',
      test_metadata: {
        name: 'relationships',
        kwargs: { to: "ref('dim_stores')", field: 'store_id' },
      },
      config: { severity: 'WARN' },
      depends_on: { nodes: ['model.shop.dim_stores', 'model.shop.fct_orders'] },
    },
  },
  sources: {
    'source.shop.pos.orders': {
      unique_id: 'source.shop.pos.orders',
      resource_type: 'source',
      source_name: 'pos',
      name: 'orders',
      identifier: 'ORDERS',
      database: 'RETAIL',
      schema: 'POS',
      relation_name: 'RETAIL.POS.ORDERS',
      columns: {},
    },
  },
  exposures: {
    'exposure.shop.weekly': {
      unique_id: 'exposure.shop.weekly',
      name: 'weekly',
      label: 'Weekly sales',
      type: 'dashboard',
      // eslint-disable-next-line no-script-url -- what must not pass
      url: 'javascript:alert(1)',
      owner: { email: 'bi@example.com' },
      depends_on: { nodes: ['model.shop.fct_orders'] },
    },
  },
  groups: {
    'group.shop.data_engineering': {
      unique_id: 'group.shop.data_engineering',
      name: 'data_engineering',
      owner: { email: 'de@example.com' },
    },
  },
};

const CATALOG = {
  metadata: {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/catalog/v1.json',
    generated_at: '2026-11-20T01:00:00Z',
  },
  nodes: {
    'model.shop.fct_orders': {
      metadata: {
        type: 'BASE TABLE',
        schema: 'MARTS',
        name: 'FCT_ORDERS',
        database: 'RETAIL',
      },
      columns: {
        ORDERED_ON: {
          type: 'DATE',
          index: 2,
          name: 'ORDERED_ON',
          comment: null,
        },
        STORE_ID: { type: 'TEXT', index: 1, name: 'STORE_ID' },
      },
      stats: {
        row_count: { id: 'row_count', label: 'Rows', value: 42, include: true },
      },
      unique_id: 'model.shop.fct_orders',
    },
  },
  sources: {},
};

function sourceOf(folder: string, files: Record<string, object> = {}) {
  const reader = mockServices.urlReader.mock({
    readUrl: async (url, options) => {
      const file = files[url.slice(URL.length + 1)];
      if (!file) {
        throw new NotFoundError(url);
      }
      const bytes = Buffer.from(JSON.stringify(file));
      const etag = String(bytes.length);
      if (options?.etag === etag) {
        throw new NotModifiedError();
      }
      return { etag, buffer: async () => bytes };
    },
  });
  const source = new ArtifactsSource(
    {
      id: 'dbt',
      title: 'dbt',
      folder,
      datasetNamespace: 'snowflake://acme',
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
    },
    reader,
  );
  return (etag?: string) =>
    source.read({
      etag,
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
    });
}

async function recordsOf(
  snapshot: Awaited<ReturnType<ReturnType<typeof sourceOf>>>,
) {
  const records: SnapshotRecord[] = [];
  for await (const batch of snapshot!.batches) {
    records.push(...batch.records);
  }
  for (const record of records) {
    snapshotRecordSchema.parse(record);
  }
  return records;
}

const id = (name: string) => ({ namespace: 'snowflake://acme', name });

describe('ArtifactsSource', () => {
  it('brings together what manifest, catalog and tests say of a dataset', async () => {
    const snapshot = await sourceOf(URL, {
      'manifest.json': MANIFEST,
      'catalog.json': CATALOG,
    })();
    expect(snapshot).toMatchObject({
      mode: 'full',
      takenAt: '2026-11-20T01:00:00.000Z',
    });
    const records = await recordsOf(snapshot);
    expect(
      records.find(
        each => each.kind === 'dataset' && /fct_orders/i.test(each.id.name),
      ),
    ).toEqual({
      kind: 'dataset',
      id: id('RETAIL.MARTS.fct_orders'),
      type: 'table',
      domain: 'sales',
      owners: [
        { ref: 'group:default/data-engineering', email: 'de@example.com' },
      ],
      definition: { en: 'Orders per day', ja: '日別の注文' },
      tier: 3,
      columns: [
        { name: 'STORE_ID', type: 'TEXT', definition: { ja: '店舗' }, tier: 1 },
        { name: 'ORDERED_ON', type: 'DATE' },
        { name: 'gone', type: 'text' },
      ],
      foreignKeys: [
        {
          columns: ['store_id'],
          references: id('RETAIL.MARTS.dim_stores'),
          referencedColumns: ['store_id'],
        },
      ],
      tests: [
        { name: 'relationships', columns: ['store_id'], severity: 'warn' },
      ],
      size: { rows: 42, at: '2026-11-20T01:00:00.000Z' },
      path: 'models/fct_orders.sql',
    });
    // Through the ephemeral model, which is nowhere to be read.
    expect(records.filter(each => each.kind === 'edge')).toEqual([
      {
        kind: 'edge',
        from: id('RETAIL.MARTS.dim_stores'),
        to: id('RETAIL.MARTS.fct_orders'),
        evidence: 'declared',
      },
      {
        kind: 'edge',
        from: id('RETAIL.POS.ORDERS'),
        to: id('RETAIL.MARTS.fct_orders'),
        evidence: 'declared',
      },
    ]);
    expect(records.filter(each => each.kind === 'dashboard')).toEqual([
      {
        kind: 'dashboard',
        id: 'exposure.shop.weekly',
        title: 'Weekly sales',
        owner: { email: 'bi@example.com' },
        reads: [id('RETAIL.MARTS.fct_orders')],
      },
    ]);
    expect(snapshot!.report().reasons).toContainEqual(
      expect.objectContaining({ code: 'unsafe-address' }),
    );
  });

  it('reads again only where one of the files is new', async () => {
    const files: Record<string, object> = { 'manifest.json': MANIFEST };
    const read = sourceOf(URL, files);
    const first = await read();
    expect(await read(first!.etag)).toBeUndefined();
    files['catalog.json'] = CATALOG;
    const second = await read(first!.etag);
    expect((await recordsOf(second)).length).toBe(6);
    expect(await read(second!.etag)).toBeUndefined();
    delete files['catalog.json'];
    expect(await read(second!.etag)).toBeDefined();
  });

  it('reads a real target folder on disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
    try {
      cpSync(REAL, folder, { recursive: true });
      const read = sourceOf(folder);
      const snapshot = await read();
      const datasets = (await recordsOf(snapshot)).filter(
        each => each.kind === 'dataset',
      );
      expect(datasets.length).toBeGreaterThan(0);
      expect(datasets.some(each => each.loadedAt !== undefined)).toBe(true);
      expect(await read(snapshot!.etag)).toBeUndefined();
      const now = new Date();
      utimesSync(join(folder, 'manifest.json'), now, now);
      expect(await read(snapshot!.etag)).toBeDefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says what is missing', async () => {
    await expect(sourceOf(URL, {})()).rejects.toThrow(
      /no manifest\.json; run dbt there, or correct dataCatalog\.dbt\.artifacts\[dbt\]\.folder/,
    );
  });
});
