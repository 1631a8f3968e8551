import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import {
  DATASETS_CHANGED_TOPIC,
  datasetsChangedEventSchema,
  type DatasetsChangedEvent,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  datasetSourcesExtensionPoint,
  type DatasetSource,
} from '@suido/backstage-plugin-data-catalog-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { dataCatalogPlugin } from '../plugin';
import { PEOPLE, type PersonName } from './people';
import { policyPermissions, testUserInfo } from './policyPermissions';

/** The whole plugin, listening, on a real database. */
export async function startPlugin(options: {
  knex: Knex;
  sources?: readonly DatasetSource[];
  /** The section `dataCatalog`. */
  config?: JsonObject;
}) {
  const audit: { eventId: string; outcome: string; meta?: object }[] = [];
  const events: DatasetsChangedEvent[] = [];
  const backend = await startTestBackend({
    features: [
      dataCatalogPlugin,
      createBackendModule({
        pluginId: 'data-catalog',
        moduleId: 'test-sources',
        register(env) {
          env.registerInit({
            deps: { sources: datasetSourcesExtensionPoint },
            async init({ sources }) {
              for (const source of options.sources ?? []) {
                sources.addSource(source, {
                  frequency: { trigger: 'manual' },
                  timeout: { minutes: 1 },
                });
              }
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: { dataCatalog: options.config ?? {} },
      }),
      mockServices.database.factory({ knex: options.knex }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => policyPermissions(options.knex),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => testUserInfo,
      }),
      mockServices.auditor.mock({
        createEvent: async ({ eventId, meta }) => ({
          success: async more => {
            audit.push({
              eventId,
              outcome: 'succeeded',
              meta: { ...meta, ...more?.meta },
            });
          },
          fail: async () => {
            audit.push({ eventId, outcome: 'failed', meta });
          },
        }),
      }).factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async ({ topic, eventPayload }) => {
            if (topic === DATASETS_CHANGED_TOPIC) {
              events.push(datasetsChangedEventSchema.parse(eventPayload));
            }
          },
          subscribe: async () => {},
        }),
      }),
      catalogServiceMock.factory({
        entities: ['sales', 'marketing'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name },
          spec: { type: 'team', children: [] },
        })),
      }),
    ],
  });
  const { server } = backend;
  const withHeader = (header: string) => {
    const call = (method: 'get' | 'post' | 'put') => (path: string) =>
      request(server)
        [method](`/api/data-catalog${path}`)
        .set('Authorization', header);
    return {
      authorization: header,
      get: call('get'),
      post: call('post'),
      put: call('put'),
    };
  };
  return {
    server,
    stop: () => backend.stop(),
    audit,
    events,
    /** A call of the API as one of the test's people. */
    as: (name: PersonName) =>
      withHeader(mockCredentials.user.header(PEOPLE[name].userEntityRef)),
    /** A call of the API with the token of a machine. */
    asMachine: (subject: string) =>
      withHeader(
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'data-catalog',
        }),
      ),
  };
}
