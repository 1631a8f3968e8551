/**
 * Real git repositories on disk as a forge of the data-requests plugin.
 *
 * @packageDocumentation
 */
export { localForgeFeatures as default } from './module';
export { dataRequestsModuleLocalForge, LOCAL_FORGE_ID } from './module';
export { LocalForge } from './forge/LocalForge';
export {
  readLocalForgeConfig,
  type LocalForgeConfig,
  type LocalRepositoryConfig,
} from './config/readLocalForgeConfig';
export { openDatabase } from './database/migrate';
export {
  localForgeReaderFactory,
  localForgeUrlReaderFactory,
} from './urlReader/localForgeUrlReaderFactory';
