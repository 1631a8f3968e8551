import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useSWR from 'swr';

/** Entity ref of who is signed in, once known. */
export function useViewer(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const { data } = useSWR(['data-requests', 'viewer'], async () => {
    const identity = await identityApi.getBackstageIdentity();
    return identity.userEntityRef;
  });
  return data;
}
