import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import { refuseRemote } from './refuseRemote';

/** Header in which the sign-in page names the chosen person. */
export const PERSONA_HEADER = 'x-suido-persona';

/** The person of the demo company that a visitor chose. */
export interface ChosenPersona {
  /** Name of the User entity. */
  readonly name: string;
  readonly displayName: string;
}

/** Reads the people that may be entered as from the provider's config. */
export function readPersonas(
  config: Config,
): ReadonlyMap<string, ChosenPersona> {
  const personas = config.getConfigArray('personas').map(persona => ({
    name: persona.getString('name'),
    displayName: persona.getString('displayName'),
  }));
  return new Map(personas.map(persona => [persona.name, persona]));
}

/**
 * Takes the visitor at their word, but only on this machine and only for the
 * people that the config names.
 */
export const demoPersonasAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (persona: ChosenPersona) => ({
    profile: { displayName: persona.displayName },
  }),
  initialize: ({ config }) => ({ personas: readPersonas(config) }),
  async authenticate({ req }, { personas }) {
    refuseRemote({
      peerAddress: req.socket.remoteAddress,
      headers: req.headers,
    });
    const name = req.headers[PERSONA_HEADER];
    if (typeof name !== 'string' || name === '') {
      throw new InputError(
        `No person was chosen: the header ${PERSONA_HEADER} is missing.`,
      );
    }
    const persona = personas.get(name);
    if (!persona) {
      throw new NotAllowedError(
        `Nobody of that name can be entered as. Choose one of: ${[
          ...personas.keys(),
        ].join(', ')}.`,
      );
    }
    return { result: persona };
  },
});

/** Signs in as the user of the catalog with the persona's name. */
export const signInAsPersona: SignInResolver<ChosenPersona> = (info, context) =>
  context.signInWithCatalogUser({
    entityRef: stringifyEntityRef({ kind: 'User', name: info.result.name }),
  });
