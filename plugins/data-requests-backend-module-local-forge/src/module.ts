import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
  type RootConfigService,
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

const servedBackends = new WeakSet<RootConfigService>();

/**
 * The forge, and the reader of its URLs for all plugins.
 *
 * @remarks
 * Once per backend, which its root config stands for: the data-requests backend
 * adds it where a target names this forge, and a line of one's own beside that
 * changes nothing.
 * @public
 */
export const localForgeFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  loader({ config }) {
    if (servedBackends.has(config)) {
      return [];
    }
    servedBackends.add(config);
    return [dataRequestsModuleLocalForge, localForgeUrlReaderFactory];
  },
});
