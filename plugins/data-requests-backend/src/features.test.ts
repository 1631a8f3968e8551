import {
  createBackendFeatureLoader,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import localForgeFeatures, {
  dataRequestsModuleLocalForge,
} from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createTestDatabases } from './__testUtils__/testDatabases';
import dataRequestsFeatures from './index';

const { databases, describeEach } = createTestDatabases();

const LOCAL_TARGET = {
  id: 'data-platform',
  forge: 'local-forge',
  repository: 'data-platform',
  dialect: 'duckdb',
  datasetNamespace: 'duckdb://demo',
  database: 'retail',
  schema: 'main',
  allowedPaths: ['models/marts'],
};

/** A backend of nothing but these features and configuration. */
function startBackend(options: {
  features?: BackendFeature[];
  dataRequests: JsonObject;
  database: BackendFeature;
}) {
  return startTestBackend({
    features: [
      ...(options.features ?? [dataRequestsFeatures]),
      options.database,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          dataRequests: options.dataRequests,
        },
      }),
    ],
  });
}

describeEach('one line in a backend', databaseId => {
  let knex: Knex;
  let folder: string;
  let dataRequests: JsonObject;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    folder = await fs.mkdtemp(join(tmpdir(), 'data-requests-features-'));
    await fs.mkdir(join(folder, 'seed'));
    await fs.writeFile(join(folder, 'seed/dbt_project.yml'), 'name: retail\n');
    dataRequests = {
      targets: [LOCAL_TARGET],
      localForge: {
        directory: join(folder, 'forge'),
        repositories: [
          { name: 'data-platform', seedFrom: join(folder, 'seed') },
        ],
      },
    };
  });
  afterEach(async () => {
    await fs.rm(folder, { recursive: true });
  });

  const start = (features?: BackendFeature[]) =>
    startBackend({
      features,
      dataRequests,
      database: mockServices.database.factory({ knex }),
    });
  const targets = async (server: Parameters<typeof request>[0]) =>
    (await request(server).get('/api/data-requests/v1/targets').expect(200))
      .body.items;

  it('brings the local forge to a target that names it', async () => {
    const backend = await start();
    expect(await targets(backend.server)).toMatchObject([
      { id: 'data-platform' },
    ]);
    await backend.stop();
  });

  it.each([
    ['before', [localForgeFeatures, dataRequestsFeatures]],
    ['after', [dataRequestsFeatures, localForgeFeatures]],
  ])('takes the line of the local forge %s its own', async (_, features) => {
    const backend = await start(features);
    expect(await targets(backend.server)).toMatchObject([
      { id: 'data-platform' },
    ]);
    await backend.stop();
    // It is the backend that has it once, not the process.
    const next = await start(features);
    await next.stop();
  });

  it('names the module that somebody else brings a second time', async () => {
    const again = createBackendFeatureLoader({
      loader: () => [dataRequestsModuleLocalForge],
    });
    await expect(start([dataRequestsFeatures, again])).rejects.toThrow(
      /'local-forge' for plugin 'data-requests' is already registered/,
    );
  });

  it('starts without a target, and without the forge then', async () => {
    dataRequests = {};
    const backend = await start();
    expect(await targets(backend.server)).toEqual([]);
    expect(await knex.schema.hasTable('local_forge_proposals')).toBe(false);
    await backend.stop();
  });

  it('leaves what is wrong with targets to the plugin to say', async () => {
    dataRequests = { targets: { forge: 'local-forge' } };
    await expect(start()).rejects.toThrow(
      /Plugin 'data-requests' startup failed.*dataRequests\.targets/,
    );
  });

  it('asks for the module of any other forge', async () => {
    dataRequests = { targets: [{ ...LOCAL_TARGET, forge: 'github' }] };
    await expect(start()).rejects.toThrow(
      /'dataRequests\.targets\[0\]\.forge' is 'github'.*installed: none.*add its module/,
    );
  });
});

describe('one line in a backend on SQLite', () => {
  it('names the configuration, not the forge that is missing too', async () => {
    const starting = startBackend({
      dataRequests: { targets: [LOCAL_TARGET] },
      database: mockServices.database.factory(),
    });
    await expect(starting).rejects.toThrow(
      /Plugin 'data-requests' startup failed.*stores its requests in PostgreSQL.*'backend\.database\.client'/,
    );
    await expect(starting).rejects.not.toThrow(/no installed module/);
  });
});
