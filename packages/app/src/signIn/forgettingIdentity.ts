import type { IdentityApi } from '@backstage/core-plugin-api';
import { forgetPersona } from './rememberedPersona';

/** The identity, whose sign-out also makes the next visit start at the sign-in page. */
export function forgettingIdentity(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetPersona();
      await identity.signOut();
    },
  };
}
