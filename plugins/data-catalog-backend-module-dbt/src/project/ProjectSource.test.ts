import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import {
  snapshotRecordSchema,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ReadContext } from '@suido/backstage-plugin-data-catalog-node';
import { ProjectSource } from './ProjectSource';

const REQUEST_ID = '01JD0000000000000000000000';

const PROJECT: Record<string, string> = {
  'transform/dbt_project.yml': `
name: retail
seeds: { +schema: raw }
models: { retail: { marts: { +schema: marts, +materialized: table } } }`,
  'transform/macros/generate_schema_name.sql':
    '{% macro generate_schema_name(name, node) %}{{ name }}{% endmacro %}',
  'transform/seeds/raw_orders.csv': 'order_id\n1\n',
  'transform/models/int_orders.sql':
    "{{ config(materialized='ephemeral') }}select * from {{ ref('raw_orders') }}",
  'transform/models/off.sql': '{{ config(enabled=false) }}select 1',
  'transform/models/marts/sales/fct_orders.sql':
    "select * from {{ ref('int_orders') }}",
  'transform/models/marts/sales/fct_orders.yml': `
models:
  - name: fct_orders
    description: Orders per day
    columns: [{ name: order_id, data_type: varchar, description: <script>alert(1)</script> }]
    config:
      group: data_engineering
      meta: { purpose: 日々の注文を見る, update_frequency: daily, sensitivity_tier: 2, description_ja: 日別の注文, request_id: ${REQUEST_ID} }`,
};

function sourceOf(files: Record<string, string>) {
  const reader = mockServices.urlReader.mock({
    readTree: async (_url, options) => {
      if (options?.etag === 'c1') {
        throw new NotModifiedError();
      }
      return {
        etag: 'c1',
        files: async () =>
          Object.entries(files).map(([path, content]) => ({
            path,
            content: async () => Buffer.from(content),
          })),
        archive: () => Promise.reject(new Error('not used')),
        dir: () => Promise.reject(new Error('not used')),
      };
    },
  });
  return new ProjectSource(
    {
      id: 'data-platform',
      title: 'Data platform',
      url: 'https://forge/data-platform/tree/main',
      project: {
        projectPath: 'transform',
        datasetNamespace: 'duckdb://demo',
        database: 'retail',
        schema: 'main',
      },
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
    },
    reader,
  );
}

const context = (etag?: string): ReadContext => ({
  etag,
  signal: new AbortController().signal,
  logger: mockServices.logger.mock(),
});

async function readAll(files: Record<string, string>) {
  const snapshot = await sourceOf(files).read(context());
  const records: SnapshotRecord[] = [];
  for await (const batch of snapshot!.batches) {
    records.push(...batch.records);
  }
  return { snapshot: snapshot!, records };
}

describe('ProjectSource', () => {
  it('tells the datasets of a project, and what they are made from', async () => {
    const { snapshot, records } = await readAll(PROJECT);
    expect(snapshot).toMatchObject({ mode: 'full', etag: 'c1' });
    expect(records.map(each => snapshotRecordSchema.parse(each))).toEqual(
      records.map(each => JSON.parse(JSON.stringify(each))),
    );
    const seed = { namespace: 'duckdb://demo', name: 'retail.raw.raw_orders' };
    const mart = {
      namespace: 'duckdb://demo',
      name: 'retail.marts.fct_orders',
    };
    expect(records).toHaveLength(3);
    expect(records).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'dataset', id: seed, type: 'seed' }),
        {
          kind: 'dataset',
          id: mart,
          type: 'table',
          layer: 'mart',
          domain: 'sales',
          owners: [{ ref: 'group:default/data-engineering' }],
          purpose: '日々の注文を見る',
          updateFrequency: 'daily',
          definition: { en: 'Orders per day', ja: '日別の注文' },
          tier: 2,
          columns: [
            {
              name: 'order_id',
              type: 'varchar',
              definition: { en: '<script>alert(1)</script>' },
              tier: undefined,
            },
          ],
          path: 'transform/models/marts/sales/fct_orders.sql',
          requestId: REQUEST_ID,
        },
        // Through the ephemeral model, which is nowhere to be read.
        { kind: 'edge', from: seed, to: mart, evidence: 'declared' },
      ]),
    );
    expect(snapshot.report()).toEqual({
      totals: { read: 3, kept: 3, repaired: 0, refused: 0 },
      reasons: [],
    });
  });

  it('is not read again while its commit is the same', async () => {
    expect(await sourceOf(PROJECT).read(context('c1'))).toBeUndefined();
  });

  it('takes nothing back that stands in a broken file', async () => {
    const { snapshot } = await readAll({
      ...PROJECT,
      'transform/models/marts/sales/fct_orders.yml': 'models: [ {',
    });
    expect(snapshot.mode).toBe('delta');
    expect(snapshot.report()).toMatchObject({
      totals: { refused: 1 },
      reasons: [
        {
          code: 'not-understood',
          count: 1,
          examples: [expect.stringContaining('fct_orders.yml')],
        },
      ],
    });
  });

  it('refuses a folder that is no project, with the file that says so', async () => {
    await expect(
      sourceOf({ 'transform/dbt_project.yml': 'name: [' }).read(context()),
    ).rejects.toThrow(/dbt_project\.yml/);
  });
});
