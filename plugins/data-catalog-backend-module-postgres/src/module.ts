import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { datasetSourcesExtensionPoint } from '@suido/backstage-plugin-data-catalog-node';
import { PostgresSource } from './PostgresSource';
import { readDatabaseConfigs } from './readDatabaseConfigs';

/** Brings one source per configured database. */
export const dataCatalogModulePostgres = createBackendModule({
  pluginId: 'data-catalog',
  moduleId: 'postgres',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: datasetSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const database of readDatabaseConfigs(config)) {
          sources.addSource(new PostgresSource(database), database.schedule);
        }
      },
    });
  },
});
