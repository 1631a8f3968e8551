import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import {
  snapshotRecordSchema,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ReadContext } from '@suido/backstage-plugin-data-catalog-node';
import { CLASSIFICATION_TIERS } from '@suido/odcs';
import type { Tier } from '@suido/vocabulary';
import { symlink } from 'node:fs/promises';
import { ContractsSource } from './ContractsSource';

const folder = createMockDirectory();

const SALES = `
apiVersion: v3.1.0
kind: DataContract
id: sales
version: 1.0.0
status: deprecated
description: { purpose: 日々の売上を見る }
servers: [{ server: wh, type: custom, database: retail, schema: marts }]
schema:
  - name: fct_sales
    physicalType: table
    properties:
      - { name: id, physicalType: bigint, required: true, primaryKey: true }
      - { name: customer, physicalType: text, classification: PII }
slaProperties: [{ property: frequency, value: 1, unit: d }]
`;

const BROKEN = `<<<<<<< HEAD\n${SALES}=======\n>>>>>>> other\n`;

const context = (etag?: string): ReadContext => ({
  etag,
  signal: new AbortController().signal,
  logger: mockServices.logger.mock(),
});

function sourceOf(
  where: string,
  reader = mockServices.urlReader.mock(),
  pii: Tier = 3,
) {
  return new ContractsSource(
    {
      id: 'contracts',
      title: 'Contracts',
      folder: where,
      reading: {
        namespaces: new Map([['wh', 'duckdb://demo']]),
        tiers: new Map([...CLASSIFICATION_TIERS, ['pii', pii]]),
      },
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
    },
    reader,
  );
}

async function readAll(source: ContractsSource, etag?: string) {
  const snapshot = (await source.read(context(etag)))!;
  const records: SnapshotRecord[] = [];
  for await (const batch of snapshot.batches) {
    records.push(...batch.records);
  }
  expect(records.map(each => snapshotRecordSchema.parse(each))).toEqual(
    JSON.parse(JSON.stringify(records)),
  );
  return { snapshot, records, report: snapshot.report() };
}

describe('ContractsSource', () => {
  beforeEach(() => folder.clear());

  it('tells the datasets of the contracts of a folder', async () => {
    folder.addContent({
      'sales/fct_sales.odcs.yaml': SALES,
      'values.yaml': 'replicas: 2',
      'notes.md': '# no contract',
    });
    const { snapshot, records, report } = await readAll(sourceOf(folder.path));
    expect(snapshot.mode).toBe('full');
    expect(JSON.parse(JSON.stringify(records))).toEqual([
      {
        kind: 'dataset',
        id: { namespace: 'duckdb://demo', name: 'retail.marts.fct_sales' },
        type: 'table',
        purpose: '日々の売上を見る',
        updateFrequency: 'daily',
        lifecycle: { state: 'deprecated' },
        columns: [
          { name: 'id', type: 'bigint', isNullable: false },
          { name: 'customer', type: 'text', tier: 3 },
        ],
        primaryKey: ['id'],
        path: 'sales/fct_sales.odcs.yaml',
      },
    ]);
    expect(report).toMatchObject({
      totals: { read: 1, kept: 1, repaired: 0, refused: 0 },
      reasons: [{ code: 'not-a-contract', examples: ['values.yaml'] }],
    });
    const { etag } = snapshot;
    await expect(
      sourceOf(folder.path).read(context(etag)),
    ).resolves.toBeUndefined();
    folder.addContent({ 'sales/more.yml': SALES.replace('fct_', 'dim_') });
    const again = await readAll(sourceOf(folder.path), etag);
    expect(again.records).toHaveLength(2);
  });

  it('names what cannot be read, tells the rest, and takes nothing back', async () => {
    folder.addContent({
      'a.yaml': SALES,
      'b.yaml': BROKEN,
      'c.yaml': SALES.replace('v3.1.0', 'v9'),
      'd.yaml': SALES,
      'e.yaml': SALES.replace('server: wh', 'server: unknown').replace(
        'fct_sales',
        'elsewhere',
      ),
      'f.yaml': SALES.replace('fct_sales', 'x'.repeat(2_000)),
      'g.yaml': SALES.replace('fct_sales', 'long').replace(
        '日々の売上を見る',
        'あ'.repeat(70_000),
      ),
    });
    const { snapshot, records, report } = await readAll(sourceOf(folder.path));
    expect(snapshot.mode).toBe('delta');
    expect(records.map(each => 'path' in each && each.path)).toEqual([
      'a.yaml',
      'g.yaml',
    ]);
    expect(report.totals).toEqual({
      read: 6,
      kept: 2,
      repaired: 1,
      refused: 4,
    });
    expect(
      report.reasons.map(({ code, examples }) => [code, ...examples]),
    ).toEqual([
      [
        'broken',
        expect.stringMatching(/^b\.yaml: The YAML cannot be read: /),
        'c.yaml: apiVersion: The version is "v9"; v3 and v2.2 can be read',
      ],
      ['told-twice', 'd.yaml: retail.marts.fct_sales'],
      [
        'no-namespace',
        'e.yaml: schema[0]: no server says where elsewhere is; name its namespace by configuration',
      ],
      ['invalid', expect.stringMatching(/^f\.yaml: id\.name: /)],
      ['text-too-long', 'g.yaml'],
    ]);
  });

  it('goes nowhere but below its folder, and says when nothing is there', async () => {
    folder.addContent({ 'in/side.yaml': SALES, 'out/secret.yaml': SALES });
    await symlink(
      folder.resolve('out/secret.yaml'),
      folder.resolve('in/link.yaml'),
    );
    const { records } = await readAll(sourceOf(folder.resolve('in')));
    expect(records).toMatchObject([{ path: 'side.yaml' }]);
    folder.setContent({ empty: {} });
    await expect(
      sourceOf(folder.resolve('empty')).read(context()),
    ).rejects.toThrow(
      'has no YAML files; put contracts there, or correct the folder (dataCatalog.odcs.contracts, id contracts).',
    );
    await expect(
      sourceOf(folder.resolve('none')).read(context()),
    ).rejects.toThrow(/The folder \S+none cannot be read: ENOENT/);
  });

  it('reads a repository, and a commit only once', async () => {
    const reader = mockServices.urlReader.mock({
      readTree: async (_url, options) => {
        if (options?.etag === 'c1') {
          throw new NotModifiedError();
        }
        return {
          etag: 'c1',
          files: async () =>
            Object.entries({ 'z.yaml': BROKEN, 'a.yaml': SALES }).map(
              ([path, content]) => ({
                path,
                content: async () => Buffer.from(content),
              }),
            ),
          archive: () => Promise.reject(new Error('not used')),
          dir: () => Promise.reject(new Error('not used')),
        };
      },
    });
    const source = sourceOf('https://forge.test/contracts/tree/main', reader);
    const { snapshot, records } = await readAll(source);
    expect(snapshot.mode).toBe('delta');
    expect(records).toMatchObject([{ path: 'a.yaml' }]);
    const { etag } = snapshot;
    await expect(source.read(context(etag))).resolves.toBeUndefined();
    const stricter = sourceOf(
      'https://forge.test/contracts/tree/main',
      reader,
      4,
    );
    const { records: again } = await readAll(stricter, etag);
    expect(again).toMatchObject([{ columns: [{}, { tier: 4 }] }]);
  });
});
