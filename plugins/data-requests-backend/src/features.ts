import {
  coreServices,
  createBackendFeatureLoader,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import localForgeFeatures, {
  LOCAL_FORGE_ID,
} from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import { dataRequestsPlugin } from './plugin';

/**
 * The plugin, and the forge that needs no account where a target names it, so
 * that one line in a backend is enough to try it. Every other forge is a module
 * with a line of its own.
 * @public
 */
export const dataRequestsFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  loader: ({ config }) =>
    hasLocalTarget(config)
      ? [dataRequestsPlugin, localForgeFeatures]
      : [dataRequestsPlugin],
});

/**
 * Reads the raw values: what fails in a loader ends the whole backend, and what
 * is wrong with a target is the plugin's to say.
 */
function hasLocalTarget(config: RootConfigService): boolean {
  const targets: unknown = config.getOptional('dataRequests.targets');
  return Array.isArray(targets) && targets.some(namesLocalForge);
}

function namesLocalForge(target: unknown): boolean {
  return (
    typeof target === 'object' &&
    target !== null &&
    'forge' in target &&
    target.forge === LOCAL_FORGE_ID
  );
}
