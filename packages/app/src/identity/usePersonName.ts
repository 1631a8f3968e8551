import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useSWR from 'swr';
import { useIdentity } from './useIdentity';

/**
 * What to call who is signed in, once known: as the catalog names the person,
 * else as the sign-in does.
 */
export function usePersonName(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const ref = useIdentity()?.userEntityRef;
  const { data } = useSWR(ref && ['suido', 'person-name', ref], async () => {
    const [profile, entity] = await Promise.all([
      identityApi.getProfileInfo(),
      // Only a name: where the catalog is silent, the sign-in's will do.
      catalogApi.getEntityByRef(ref ?? '').catch(() => undefined),
    ]);
    return entity?.metadata.title ?? profile.displayName;
  });
  return data;
}
