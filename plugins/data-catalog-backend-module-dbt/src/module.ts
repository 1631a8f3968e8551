import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { datasetSourcesExtensionPoint } from '@suido/backstage-plugin-data-catalog-node';
import { ProjectSource } from './project/ProjectSource';
import { readProjectConfigs } from './readSourceConfigs';

/** Brings one source per configured dbt project. */
export const dataCatalogModuleDbt = createBackendModule({
  pluginId: 'data-catalog',
  moduleId: 'dbt',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        sources: datasetSourcesExtensionPoint,
      },
      async init({ config, reader, sources }) {
        for (const project of readProjectConfigs(config)) {
          sources.addSource(
            new ProjectSource(project, reader),
            project.schedule,
          );
        }
      },
    });
  },
});
