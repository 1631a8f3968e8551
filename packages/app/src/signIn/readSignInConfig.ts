import type { ConfigApi } from '@backstage/core-plugin-api';
import type { LocalizedText } from '@suido/vocabulary';

const PROVIDERS = ['demo-personas', 'github', 'oidc'] as const;

/** A way to sign in. */
export type SignInProvider = (typeof PROVIDERS)[number];

/** Somebody of the demo company. */
export interface DemoPersona {
  /** Name of the User entity. */
  readonly name: string;
  readonly title: LocalizedText;
  /** What the person comes to do. */
  readonly role: LocalizedText;
}

/** What the config says about signing in. */
export interface SignInConfig {
  readonly providers: readonly SignInProvider[];
  readonly personas: readonly DemoPersona[];
}

/**
 * Reads `suido.signIn`.
 * @throws `Error` that names the provider that does not exist
 */
export function readSignInConfig(config: ConfigApi): SignInConfig {
  const signIn = config.getOptionalConfig('suido.signIn');
  const names = signIn?.getOptionalStringArray('providers') ?? [];
  return {
    providers: names.map(readProvider),
    personas: (signIn?.getOptionalConfigArray('demoPersonas') ?? []).map(
      persona => ({
        name: persona.getString('name'),
        title: {
          en: persona.getString('title'),
          ja: persona.getString('titleJa'),
        },
        role: {
          en: persona.getString('role'),
          ja: persona.getString('roleJa'),
        },
      }),
    ),
  };
}

function readProvider(name: string): SignInProvider {
  const provider = PROVIDERS.find(known => known === name);
  if (!provider) {
    throw new Error(
      `suido.signIn.providers names '${name}', which is not a way to sign in; use some of: ${PROVIDERS.join(
        ', ',
      )}`,
    );
  }
  return provider;
}
