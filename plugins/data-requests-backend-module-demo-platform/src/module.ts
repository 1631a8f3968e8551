import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sampleSourcesExtensionPoint } from '@suido/backstage-plugin-data-requests-node';
import { DemoPlatformClient } from './DemoPlatformClient';
import { DemoPlatformSampleSource } from './DemoPlatformSampleSource';

/** Registers the demo platform as a source of sample rows, where configured. */
export const dataRequestsModuleDemoPlatform = createBackendModule({
  pluginId: 'data-requests',
  moduleId: 'demo-platform',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sampleSources: sampleSourcesExtensionPoint,
      },
      async init({ config, logger, sampleSources }) {
        const platform = config.getOptionalConfig('dataRequests.demoPlatform');
        if (!platform) {
          logger.info(
            'No demo platform: dataRequests.demoPlatform is not configured',
          );
          return;
        }
        sampleSources.addSampleSource(
          new DemoPlatformSampleSource(
            new DemoPlatformClient({
              baseUrl: platform.getString('baseUrl'),
              token: platform.getString('token'),
            }),
            platform.getOptionalStringArray('namespaces') ?? ['duckdb://demo'],
          ),
        );
      },
    });
  },
});
