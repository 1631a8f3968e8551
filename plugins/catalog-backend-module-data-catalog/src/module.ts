import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  REQUEST_CHANGED_TOPIC,
  requestChangedEventSchema,
} from '@suido/backstage-plugin-data-requests-common';
import { DatasetEntityProvider } from './DatasetEntityProvider';
import { readProviderConfigs } from './readProviderConfigs';

/**
 * Registers one entity provider per configured repository.
 *
 * @remarks
 * Each looks on its schedule, and at once when a request was merged. The event
 * is only a hint; without it the catalog is merely slower.
 */
export const catalogModuleDataCatalog = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-catalog',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, events, logger, reader, scheduler }) {
        const configs = readProviderConfigs(config);
        if (configs.length === 0) {
          logger.info(
            'No datasets: catalog.providers.dataCatalog is not configured',
          );
          return;
        }
        const providers: DatasetEntityProvider[] = [];
        for (const providerConfig of configs) {
          const provider = new DatasetEntityProvider(
            providerConfig,
            reader,
            logger,
            refresh =>
              scheduler.scheduleTask({
                ...providerConfig.schedule,
                id: `data-catalog-${providerConfig.id}`,
                fn: refresh,
              }),
          );
          providers.push(provider);
          catalog.addEntityProvider(provider);
        }
        await events.subscribe({
          id: 'data-catalog',
          topics: [REQUEST_CHANGED_TOPIC],
          async onEvent({ eventPayload }) {
            const event = requestChangedEventSchema.safeParse(eventPayload);
            if (event.data?.to === 'merged') {
              await Promise.all(providers.map(provider => provider.refresh()));
            }
          },
        });
      },
    });
  },
});
