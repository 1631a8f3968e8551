import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { datasetSourcesExtensionPoint } from '@suido/backstage-plugin-data-catalog-node';
import { DuckDbSource } from './DuckDbSource';
import { readFileConfigs } from './readFileConfigs';

/** Brings one source per configured file. */
export const dataCatalogModuleDuckDb = createBackendModule({
  pluginId: 'data-catalog',
  moduleId: 'duckdb',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: datasetSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const file of readFileConfigs(config)) {
          sources.addSource(new DuckDbSource(file), file.schedule);
        }
      },
    });
  },
});
