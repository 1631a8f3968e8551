import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { forgesExtensionPoint } from '@suido/backstage-plugin-data-requests-node';
import { readLocalForgeConfig } from './config/readLocalForgeConfig';
import { openDatabase } from './database/migrate';
import { LocalForge } from './forge/LocalForge';
import { localForgeUrlReaderFactory } from './urlReader/localForgeUrlReaderFactory';

/** What a target's `forge` names. @public */
export const LOCAL_FORGE_ID = 'local-forge';

/** Brings the forge to the data-requests plugin. @public */
export const dataRequestsModuleLocalForge = createBackendModule({
  pluginId: 'data-requests',
  moduleId: LOCAL_FORGE_ID,
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        forges: forgesExtensionPoint,
      },
      async init({ config, database, logger, forges }) {
        const forgeConfig = readLocalForgeConfig(config);
        const knex = await openDatabase(database);
        const forge = new LocalForge(forgeConfig, knex);
        const warn = (message: string) => logger.warn(message);
        for (const name of await forge.start(warn)) {
          logger.info(`Made repository ${name} in ${forgeConfig.directory}`);
        }
        forges.addForge(LOCAL_FORGE_ID, forge);
      },
    });
  },
});

/** The forge, and the reader of its URLs for all plugins. @public */
export const localForgeFeatures = createBackendFeatureLoader({
  loader: () => [dataRequestsModuleLocalForge, localForgeUrlReaderFactory],
});
