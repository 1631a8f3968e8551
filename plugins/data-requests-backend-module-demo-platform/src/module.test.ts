import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  sampleSourcesExtensionPoint,
  type SampleSource,
} from '@suido/backstage-plugin-data-requests-node';
import {
  commitFiles,
  startDemoPlatform,
  type DemoPlatform,
} from '@suido/demo-platform';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { dataRequestsModuleDemoPlatform } from './module';

const TOKEN = 'a-token-of-the-tests';
const ORDERS = { namespace: 'duckdb://demo', name: 'retail.raw.raw_orders' };
const credentials = mockCredentials.user();

/** Starts the module in a backend and returns what it registered. */
async function register(
  demoPlatform:
    | { baseUrl: string; token: string; namespaces?: string[] }
    | undefined,
): Promise<readonly SampleSource[]> {
  const sources: SampleSource[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'data-requests',
    register(env) {
      env.registerExtensionPoint(sampleSourcesExtensionPoint, {
        addSampleSource: source => sources.push(source),
      });
      env.registerInit({
        deps: { logger: coreServices.logger },
        async init() {},
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      dataRequestsModuleDemoPlatform,
      mockServices.rootConfig.factory({
        data: demoPlatform ? { dataRequests: { demoPlatform } } : {},
      }),
    ],
  });
  await backend.stop();
  return sources;
}

describe('dataRequestsModuleDemoPlatform', () => {
  let folder: string;
  let platform: DemoPlatform;
  let source: SampleSource;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sample-source-'));
    const repository = path.join(folder, 'data-platform.git');
    await commitFiles(repository, {
      'dbt_project.yml': 'name: shop\nseeds: { +schema: raw }',
      'macros/names.sql':
        '{% macro generate_schema_name(name, node) -%}{{ name }}{%- endmacro %}',
      'seeds/raw_orders.csv': 'order_id,customer\n1,花子\n2,花子\n',
      'seeds/raw_orders.yml':
        'seeds: [{ name: raw_orders, columns: [{ name: order_id }, { name: customer, meta: { sensitivity_tier: 3 } }] }]',
      'models/broken.sql': 'select * from nowhere',
    });
    let onBuilt: () => void = () => {};
    const built = new Promise<void>(resolve => {
      onBuilt = resolve;
    });
    platform = await startDemoPlatform({
      port: 0,
      token: TOKEN,
      repository,
      branch: 'main',
      projectPath: '',
      dataFolder: path.join(folder, 'data'),
      log: () => onBuilt(),
    });
    await built;
    [source] = await register({
      baseUrl: `http://127.0.0.1:${platform.port}/`,
      token: TOKEN,
    });
  });

  afterAll(async () => {
    await platform.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('registers nothing without configuration', async () => {
    expect(await register(undefined)).toEqual([]);
  });

  it('speaks for its namespaces', async () => {
    expect(source.accepts('duckdb://demo')).toBe(true);
    expect(source.accepts('bigquery')).toBe(false);
    const [other] = await register({
      baseUrl: 'http://127.0.0.1:1',
      token: TOKEN,
      namespaces: ['duckdb://other'],
    });
    expect(other.accepts('duckdb://demo')).toBe(false);
    expect(other.accepts('duckdb://other')).toBe(true);
  });

  it('brings rows, masked, with the revision of the dataset', async () => {
    const table = await source.sample(ORDERS, ['order_id', 'customer'], {
      credentials,
    });
    const masked = expect.stringMatching(/^m_[0-9a-f]{12}$/);
    expect(table).toEqual({
      revision: await source.revision(ORDERS, { credentials }),
      rowCount: 2,
      columns: [
        { name: 'order_id', type: 'integer', masked: false, values: [1, 2] },
        {
          name: 'customer',
          type: 'text',
          masked: true,
          values: [masked, masked],
        },
      ],
    });
  });

  it('knows no revision of what was never built', async () => {
    for (const name of ['retail.raw.nothing', 'retail.main.broken']) {
      expect(
        await source.revision({ ...ORDERS, name }, { credentials }),
      ).toBeUndefined();
    }
  });

  it.each([
    [{ ...ORDERS, name: 'retail.raw.nothing' }, ['order_id']],
    [ORDERS, ['nothing']],
  ])('says what is not there: %j %j', async (dataset, columns) => {
    await expect(
      source.sample(dataset, columns, { credentials }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('says when the platform refuses or does not answer', async () => {
    const [stranger] = await register({
      baseUrl: `http://127.0.0.1:${platform.port}`,
      token: 'another-token-of-tests',
    });
    await expect(
      stranger.sample(ORDERS, ['order_id'], { credentials }),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 401 });

    const [nowhere] = await register({
      baseUrl: 'http://127.0.0.1:1',
      token: TOKEN,
    });
    await expect(
      nowhere.revision(ORDERS, { credentials }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('dataRequests.demoPlatform.baseUrl'),
    });
  });
});
