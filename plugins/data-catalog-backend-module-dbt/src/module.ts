import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { datasetSourcesExtensionPoint } from '@suido/backstage-plugin-data-catalog-node';
import { ArtifactsSource } from './artifacts/ArtifactsSource';
import { ProjectSource } from './project/ProjectSource';
import { readArtifactsConfigs, readProjectConfigs } from './readSourceConfigs';

/** Brings one source per configured dbt project or target folder. */
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
        for (const artifacts of readArtifactsConfigs(config)) {
          sources.addSource(
            new ArtifactsSource(artifacts, reader),
            artifacts.schedule,
          );
        }
      },
    });
  },
});
