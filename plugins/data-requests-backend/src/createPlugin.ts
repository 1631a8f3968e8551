import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  forgesExtensionPoint,
  sampleSourcesExtensionPoint,
  type Forge,
  type SampleSource,
} from '@suido/backstage-plugin-data-requests-node';
import { registerActions } from './actions/registerActions';
import { composeServices } from './composeServices';
import { openDatabase } from './database/openDatabase';
import type { EvaluatorFactory } from './EvaluatorFactory';
import { createRouter } from './routes/createRouter';
import { readTargets } from './targets/readTargets';
import { Targets } from './targets/Targets';

/**
 * The plugin around an evaluator.
 * @param createEvaluator - called once, after the modules brought their forges
 */
export function createDataRequestsPlugin(createEvaluator: EvaluatorFactory) {
  return createBackendPlugin({
    pluginId: 'data-requests',
    register(env) {
      const forges = new Map<string, Forge>();
      const sampleSources: SampleSource[] = [];
      env.registerExtensionPoint(forgesExtensionPoint, {
        addForge(id, forge) {
          if (forges.has(id)) {
            throw new Error(`Two modules bring the forge '${id}'; remove one.`);
          }
          forges.set(id, forge);
        },
      });
      env.registerExtensionPoint(sampleSourcesExtensionPoint, {
        addSampleSource: source => sampleSources.push(source),
      });

      env.registerInit({
        deps: {
          actionsRegistry: actionsRegistryServiceRef,
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
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          userInfo: coreServices.userInfo,
        },
        async init(deps) {
          const { config, lifecycle, logger, auth, catalog } = deps;
          // First: without a database the local forge is missing too, and that
          // would be the wrong thing to complain about.
          const knex = await openDatabase(deps.database);
          const configs = readTargets(config);
          const targets = Targets.create({ configs, forges });
          const appBaseUrl = config
            .getString('app.baseUrl')
            .replace(/\/+$/, '');
          const services = composeServices({
            ...deps,
            knex,
            targets,
            evaluator: await createEvaluator({
              configs,
              forges,
              sampleSources,
              auth,
              catalog,
              lifecycle,
              logger,
            }),
            sampleSources,
            appBaseUrl,
          });
          registerActions(deps.actionsRegistry, { ...services, appBaseUrl });
          deps.httpRouter.use(createRouter(services, deps));
          lifecycle.addStartupHook(() => services.start());
          lifecycle.addShutdownHook(() => services.stop());
          await deps.scheduler.scheduleTask({
            id: 'reconcile-requests',
            frequency: { minutes: 5 },
            initialDelay: { minutes: 5 },
            timeout: { minutes: 5 },
            scope: 'global',
            fn: async signal => {
              await services.reconcile(signal);
            },
          });
        },
      });
    },
  });
}
