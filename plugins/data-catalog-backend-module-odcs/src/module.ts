import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { datasetSourcesExtensionPoint } from '@suido/backstage-plugin-data-catalog-node';
import { ContractsSource } from './ContractsSource';
import { readContractsConfigs } from './readContractsConfigs';

/** Brings one source per configured folder of contracts. */
export const dataCatalogModuleOdcs = createBackendModule({
  pluginId: 'data-catalog',
  moduleId: 'odcs',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        sources: datasetSourcesExtensionPoint,
      },
      async init({ config, reader, sources }) {
        for (const contracts of readContractsConfigs(config)) {
          sources.addSource(
            new ContractsSource(contracts, reader),
            contracts.schedule,
          );
        }
      },
    });
  },
});
