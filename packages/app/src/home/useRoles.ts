import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { Role } from '@suido/vocabulary';
import { rolesOf } from './rolesOf';
import { useIdentity } from '../identity/useIdentity';

/** The reader's roles, once known. */
export function useRoles(): [Role, ...Role[]] | undefined {
  const config = useApi(configApiRef);
  const identity = useIdentity();
  return identity && rolesOf(config, identity.ownershipEntityRefs);
}
