import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readRoleGroups } from './roles';
import { SuidoPermissionPolicy } from './SuidoPermissionPolicy';

/**
 * Installs the policy of the demo app. Backstage takes one policy only: a
 * company with its own composes the `decide…` functions of the `-common`
 * packages there instead.
 *
 * @public
 */
export const permissionModuleSuido = createBackendModule({
  pluginId: 'permission',
  moduleId: 'suido',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        policy.setPolicy(
          new SuidoPermissionPolicy({
            userInfo,
            roleGroups: readRoleGroups(config),
          }),
        );
      },
    });
  },
});
