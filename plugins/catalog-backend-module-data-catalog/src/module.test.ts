import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { resourceEntityV1alpha1Validator } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import { REQUEST_CHANGED_TOPIC } from '@suido/backstage-plugin-data-requests-common';
import { datasetKey } from '@suido/vocabulary';
import { catalogModuleDataCatalog } from './module';

const URL = 'https://local-forge.suido.dev/data-platform/tree/main';
const REQUEST_ID = '01JD0000000000000000000000';

const PROJECT: Record<string, string> = {
  'transform/dbt_project.yml': `
name: retail
seeds: { +schema: raw }
models: { retail: { marts: { +schema: marts, +materialized: table } } }`,
  'transform/macros/generate_schema_name.sql':
    '{% macro generate_schema_name(name, node) %}{{ name }}{% endmacro %}',
  'transform/seeds/raw_orders.csv': 'order_id\n1\n',
  'transform/seeds/raw_orders.yml':
    'seeds: [{ name: raw_orders, meta: { sensitivity_tier: 3 } }]',
  'transform/models/sources.yml':
    'sources: [{ name: pos, schema: raw, meta: { owner: "group:default/sales" }, tables: [{ name: raw_orders, description: Orders }, { name: raw_extra }] }]',
  'transform/models/int_orders.sql':
    "{{ config(materialized='ephemeral') }}select * from {{ source('pos', 'raw_orders') }}",
  'transform/models/off.sql': '{{ config(enabled=false) }}select 1',
  'transform/models/marts/sales/fct_orders.sql':
    "select * from {{ ref('int_orders') }}",
  'transform/models/marts/sales/fct_orders.yml': `
models:
  - name: fct_orders
    description: Orders per day
    config:
      group: data_engineering
      meta: { purpose: 日々の注文を見る, update_frequency: daily, sensitivity_tier: 2, description_ja: 日別の注文, request_id: ${REQUEST_ID} }`,
  'docs/README.md': '# Docs',
};

const key = (name: string) =>
  datasetKey({ namespace: 'duckdb://demo', name: `retail.${name}` });

/** A repository behind a `UrlReader`, with a commit count as its ETag. */
class FakeRepository {
  files: Record<string, string> | undefined;
  private commits = 0;
  readonly reads: string[] = [];

  commit(files: Record<string, string>): void {
    this.files = files;
    this.commits += 1;
  }

  readonly reader = mockServices.urlReader.mock({
    readTree: async (url, options) => {
      this.reads.push(url);
      const etag = String(this.commits);
      if (!this.files) {
        throw new Error('the repository is not there yet');
      }
      if (options?.etag === etag) {
        throw new NotModifiedError();
      }
      const files = Object.entries(this.files)
        .filter(([path]) => options?.filter?.(path) ?? true)
        .map(([path, content]) => ({
          path,
          content: async () => Buffer.from(content),
        }));
      return {
        etag,
        files: async () => files,
        archive: () => Promise.reject(new Error('not used')),
        dir: () => Promise.reject(new Error('not used')),
      };
    },
  });
}

/** Starts the module beside a catalog that records what it is told. */
async function start(dataCatalog: Record<string, any> | undefined) {
  const repository = new FakeRepository();
  const mutations: EntityProviderMutation[] = [];
  const providers: EntityProvider[] = [];
  const logger = mockServices.logger.mock();
  const tasks: Array<() => Promise<void>> = [];
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async task => {
      expect(task).toMatchObject({ scope: 'local' });
      tasks.push(async () => task.fn(new AbortController().signal));
    },
  });
  let fail = false;
  const connection: EntityProviderConnection = {
    applyMutation: async mutation => {
      if (fail) {
        throw new Error('the database is away');
      }
      mutations.push(mutation);
    },
    refresh: async () => {},
  };
  let events: EventsService | undefined;
  const catalog = createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerExtensionPoint(catalogProcessingExtensionPoint, {
        addEntityProvider: (...added) =>
          providers.push(...(added.flat() as EntityProvider[])),
        addProcessor: () => {},
        addPlaceholderResolver: () => {},
        setOnProcessingErrorHandler: () => {},
      });
      env.registerInit({
        deps: { events: eventsServiceRef, logger: coreServices.logger },
        async init(deps) {
          events = deps.events;
          await Promise.all(
            providers.map(provider => provider.connect(connection)),
          );
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      catalog,
      catalogModuleDataCatalog,
      repository.reader.factory,
      logger.factory,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: dataCatalog ? { catalog: { providers: { dataCatalog } } } : {},
      }),
    ],
  });
  return {
    repository,
    mutations,
    providers,
    logger,
    refresh: () => Promise.all(tasks.map(task => task())),
    announce: (eventPayload: unknown) =>
      events?.publish({ topic: REQUEST_CHANGED_TOPIC, eventPayload }),
    failMutations: (value: boolean) => {
      fail = value;
    },
    stop: () => backend.stop(),
  };
}

const CONFIG = {
  demo: {
    url: `${URL}/`,
    projectPath: 'transform',
    datasetNamespace: 'duckdb://demo',
    database: 'retail',
    schema: 'main',
  },
};

const names = (mutation: EntityProviderMutation, which: 'added' | 'removed') =>
  mutation.type === 'delta'
    ? mutation[which].map(item =>
        'entity' in item ? item.entity.metadata.title : item.entityRef,
      )
    : undefined;

const merged = {
  version: 1,
  id: REQUEST_ID,
  kind: 'data-mart',
  target: 'data-platform',
  from: 'approved',
  to: 'merged',
  at: '2026-11-21T00:00:00Z',
};

describe('catalogModuleDataCatalog', () => {
  it('registers nothing without configuration', async () => {
    const { providers, stop } = await start(undefined);
    expect(providers).toEqual([]);
    await stop();
  });

  it('tells everything first, then what differs, then nothing', async () => {
    const { repository, mutations, refresh, stop } = await start(CONFIG);
    repository.commit(PROJECT);
    await refresh();
    const [full] = mutations;
    expect(full).toMatchObject({ type: 'full' });
    const entities = full.type === 'full' ? full.entities : [];
    expect(entities).toEqual([
      {
        locationKey: 'data-catalog:demo',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: key('raw.raw_orders'),
            title: 'raw_orders',
            description: 'Orders',
            tags: ['raw'],
            annotations: {
              'backstage.io/managed-by-location': `url:${URL}`,
              'backstage.io/managed-by-origin-location': `url:${URL}`,
              'suido.dev/dataset-namespace': 'duckdb://demo',
              'suido.dev/dataset-name': 'retail.raw.raw_orders',
              'suido.dev/layer': 'raw',
              'suido.dev/tier': '3',
            },
          },
          spec: { type: 'dataset', owner: 'group:default/sales' },
        },
      },
      expect.objectContaining({
        entity: expect.objectContaining({
          metadata: expect.objectContaining({ title: 'raw_extra' }),
        }),
      }),
      {
        locationKey: 'data-catalog:demo',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: key('marts.fct_orders'),
            title: 'fct_orders',
            description: 'Orders per day',
            tags: ['mart'],
            annotations: {
              'backstage.io/managed-by-location': `url:${URL}`,
              'backstage.io/managed-by-origin-location': `url:${URL}`,
              'suido.dev/dataset-namespace': 'duckdb://demo',
              'suido.dev/dataset-name': 'retail.marts.fct_orders',
              'suido.dev/layer': 'mart',
              'suido.dev/tier': '2',
              'suido.dev/update-frequency': 'daily',
              'suido.dev/purpose': '日々の注文を見る',
              'suido.dev/request-id': REQUEST_ID,
            },
            links: [
              {
                url: `/data-requests/requests/${REQUEST_ID}`,
                title: 'Request',
              },
            ],
          },
          spec: {
            type: 'dataset',
            owner: 'group:default/data-engineering',
            domain: 'sales',
            dependsOn: [`resource:default/${key('raw.raw_orders')}`],
          },
        },
      },
    ]);
    for (const { entity } of entities) {
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
    }

    await refresh();
    expect(mutations).toHaveLength(1);

    repository.commit({ ...PROJECT, 'docs/README.md': '# Other' });
    await refresh();
    expect(mutations).toHaveLength(1);

    const { 'transform/models/sources.yml': _, ...rest } = PROJECT;
    repository.commit({
      ...rest,
      'transform/models/marts/sales/fct_new.sql': 'select 1 as one',
    });
    await refresh();
    expect(names(mutations[1], 'added')).toEqual([
      'raw_orders',
      'fct_new',
      'fct_orders',
    ]);
    expect(names(mutations[1], 'removed')).toEqual(['raw_extra']);
    await stop();
  });

  it('looks at once when a request was merged, and only then', async () => {
    const { repository, mutations, announce, stop } = await start(CONFIG);
    repository.commit(PROJECT);
    await announce({ ...merged, to: 'approved', from: 'in-review' });
    await announce({ anything: 'else' });
    expect(repository.reads).toEqual([]);
    await announce(merged);
    expect(mutations).toHaveLength(1);
    await stop();
  });

  it('looks once more for what came while it was looking', async () => {
    const { repository, mutations, refresh, announce, stop } = await start(
      CONFIG,
    );
    repository.commit(PROJECT);
    const first = refresh();
    repository.commit({
      ...PROJECT,
      'transform/models/marts/sales/fct_new.sql': 'select 1 as one',
    });
    await Promise.all([first, announce(merged), announce(merged), refresh()]);
    expect(repository.reads).toHaveLength(2);
    expect(JSON.stringify(mutations)).toContain('fct_new');
    await stop();
  });

  it('keeps what was where the repository is broken, and says it once', async () => {
    const { repository, mutations, logger, refresh, stop } = await start(
      CONFIG,
    );
    await refresh();
    await refresh();
    expect(logger.warn).toHaveBeenCalledTimes(1);

    repository.commit(PROJECT);
    await refresh();
    repository.commit({ ...PROJECT, 'transform/dbt_project.yml': 'name: [' });
    await refresh();
    repository.commit({
      ...PROJECT,
      'transform/models/sources.yml': '<<<<<<< ours',
      'transform/models/marts/sales/fct_orders.yml': 'models: [',
    });
    await refresh();
    await refresh();
    // raw_orders is also a seed, and its source's file is broken: it stays too
    expect(mutations.map(({ type }) => type)).toEqual(['full']);
    expect(logger.warn).toHaveBeenCalledTimes(3);

    repository.commit(PROJECT);
    await refresh();
    expect(mutations).toHaveLength(1);
    await stop();
  });

  it('tells everything again after a mutation that failed', async () => {
    const { repository, mutations, refresh, failMutations, stop } = await start(
      CONFIG,
    );
    repository.commit(PROJECT);
    await refresh();
    failMutations(true);
    repository.commit({
      ...PROJECT,
      'transform/models/marts/sales/fct_new.sql': 'select 1 as one',
    });
    await refresh();
    failMutations(false);
    await refresh();
    expect(mutations.map(({ type }) => type)).toEqual(['full', 'full']);
    await stop();
  });

  it.each(['url', 'datasetNamespace', 'database', 'schema'])(
    'does not start without %s',
    async name => {
      const { [name]: _, ...demo } = CONFIG.demo as Record<string, string>;
      await expect(start({ demo })).rejects.toThrow(
        `catalog.providers.dataCatalog.demo.${name}`,
      );
    },
  );
});
