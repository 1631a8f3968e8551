import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  REQUEST_CHANGED_TOPIC,
  requestChangedEventSchema,
  type RequestChangedEvent,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import {
  forgesExtensionPoint,
  sampleSourcesExtensionPoint,
  type Forge,
  type SampleSource,
} from '@suido/backstage-plugin-data-requests-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import type { TargetConfig } from '../targets/TargetConfig';
import { TARGET } from './createHarness';
import { PEOPLE, type PersonName } from './people';
import { policyPermissions, testUserInfo } from './policyPermissions';

/** A module that brings a forge under the id that the tests' target names. */
export function forgeModule(forge: Forge): BackendFeature {
  return createBackendModule({
    pluginId: 'data-requests',
    moduleId: 'fake-forge',
    register(env) {
      env.registerInit({
        deps: { forges: forgesExtensionPoint },
        init: async ({ forges }) => forges.addForge(TARGET.forge, forge),
      });
    },
  });
}

function sampleSourcesModule(sources: readonly SampleSource[]): BackendFeature {
  return createBackendModule({
    pluginId: 'data-requests',
    moduleId: 'test-samples',
    register(env) {
      env.registerInit({
        deps: { sampleSources: sampleSourcesExtensionPoint },
        init: async ({ sampleSources }) => {
          for (const source of sources) {
            sampleSources.addSampleSource(source);
          }
        },
      });
    },
  });
}

/** The whole plugin, listening, on a real database. */
export async function startPlugin(options: {
  knex: Knex;
  plugin: BackendFeature;
  forge: BackendFeature;
  sampleSources?: readonly SampleSource[];
  /** Laid over the target of the tests. */
  target?: Partial<TargetConfig>;
  /** More keys below `dataRequests`. */
  config?: JsonObject;
  /** With the real registry of actions, served to agents by MCP. */
  withMcp?: boolean;
}) {
  const { knex } = options;
  const actions = actionsRegistryServiceMock();
  const audit: { eventId: string; outcome: string; meta?: object }[] = [];
  const events: RequestChangedEvent[] = [];
  const waiters = new Set<() => void>();
  const backend = await startTestBackend({
    features: [
      options.plugin,
      options.forge,
      sampleSourcesModule(options.sampleSources ?? []),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example/' },
          dataRequests: {
            ...options.config,
            targets: [targetJson({ ...TARGET, ...options.target })],
          },
          backend: { actions: { pluginSources: ['data-requests'] } },
        },
      }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => policyPermissions(knex),
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
            if (topic === REQUEST_CHANGED_TOPIC) {
              events.push(requestChangedEventSchema.parse(eventPayload));
              for (const check of waiters) {
                check();
              }
            }
          },
          subscribe: async () => {},
        }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async () => {
            throw new Error('The notifications plugin is not installed');
          },
        }),
      }),
      ...(options.withMcp
        ? [
            actionsRegistryServiceFactory,
            actionsServiceFactory,
            mcpActionsPlugin,
          ]
        : [
            createServiceFactory({
              service: actionsRegistryServiceRef,
              deps: {},
              factory: () => actions,
            }),
          ]),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'hanako.sato' },
            spec: { profile: { displayName: '佐藤 花子' } },
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'sales' },
            spec: {
              type: 'team',
              children: [],
              profile: { displayName: '営業部' },
            },
          },
        ],
      }),
    ],
  });
  const { server } = backend;
  return {
    server,
    stop: () => backend.stop(),
    actions,
    audit,
    events,
    /** A call of the API as one of the test's people. */
    as(name: PersonName) {
      const header = mockCredentials.user.header(
        PEOPLE[name].actor.userEntityRef,
      );
      const call =
        (method: 'get' | 'post' | 'put' | 'delete') => (path: string) =>
          request(server)
            [method](`/api/data-requests${path}`)
            .set('Authorization', header);
      return {
        get: call('get'),
        post: call('post'),
        put: call('put'),
        delete: call('delete'),
      };
    },
    /** Ends once the request's newest event says the state. */
    async untilState(id: string, state: RequestState) {
      await new Promise<void>(resolve => {
        const check = () => {
          if (events.findLast(each => each.id === id)?.to === state) {
            waiters.delete(check);
            resolve();
          }
        };
        waiters.add(check);
        check();
      });
    },
  };
}

function targetJson(target: TargetConfig): JsonObject {
  return {
    ...target,
    allowedPaths: [...target.allowedPaths],
    reviewersFallback: [...target.reviewersFallback],
  };
}
