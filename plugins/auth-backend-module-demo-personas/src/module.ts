import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { demoPersonasAuthenticator, signInAsPersona } from './authenticator';

/**
 * Sign-in of the demo company: a visitor on the same machine enters as one of
 * its people, without a password. Never install it where others can connect.
 *
 * @public
 */
export const authModuleDemoPersonas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-personas',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        if (!config.has('auth.providers.demo-personas')) {
          return;
        }
        logger.warn(
          'Sign-in without a password is on for the people of the demo company; it answers to this machine only',
        );
        providers.registerProvider({
          providerId: 'demo-personas',
          factory: createProxyAuthProviderFactory({
            authenticator: demoPersonasAuthenticator,
            signInResolver: signInAsPersona,
          }),
        });
      },
    });
  },
});
