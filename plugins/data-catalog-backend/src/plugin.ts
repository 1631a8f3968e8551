import {
  coreServices,
  createBackendPlugin,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  datasetSourcesExtensionPoint,
  type DatasetSource,
} from '@suido/backstage-plugin-data-catalog-node';
import { composeServices } from './composeServices';
import { readCatalogConfig } from './config/readCatalogConfig';
import { openDatabase } from './database/openDatabase';
import { createPushRouter } from './push/createPushRouter';
import { requireDistinct } from './requireDistinct';
import { createRouter } from './routes/createRouter';
import { readTaskId } from './services/SourceService';

interface ScheduledSource {
  readonly source: DatasetSource;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

/** One catalog of datasets, merged from many tellers. @public */
export const dataCatalogPlugin = createBackendPlugin({
  pluginId: 'data-catalog',
  register(env) {
    const scheduled: ScheduledSource[] = [];
    env.registerExtensionPoint(datasetSourcesExtensionPoint, {
      addSource: (source, schedule) => scheduled.push({ source, schedule }),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { httpRouter, lifecycle, scheduler } = deps;
        const knex = await openDatabase(deps.database);
        const config = readCatalogConfig(deps.config);
        const sources = scheduled.map(({ source }) => source);
        const pushed = config.push.sources.map(({ id, title }) => ({
          id,
          title,
          kind: 'push',
        }));
        requireDistinct([...sources, ...pushed]);
        const services = composeServices({
          ...deps,
          knex,
          config,
          scheduled: new Set(sources.map(({ id }) => id)),
        });
        await services.store.register([...sources, ...pushed]);
        httpRouter.use(
          createPushRouter({
            ...deps,
            push: services.push,
            limits: config.push.limits,
          }),
        );
        httpRouter.use(createRouter(services, deps));
        lifecycle.addShutdownHook(() => services.stop());
        for (const { source, schedule } of scheduled) {
          await scheduler.scheduleTask({
            ...schedule,
            id: readTaskId(source.id),
            fn: async signal => {
              await services.ingestor.read(source, signal);
            },
          });
        }
        await scheduler.scheduleTask({
          id: 'end-abandoned-pushes',
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          scope: 'global',
          fn: () => services.ingestor.endAbandoned(pushed.map(({ id }) => id)),
        });
      },
    });
  },
});
