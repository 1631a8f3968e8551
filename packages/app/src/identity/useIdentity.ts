import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useSWR from 'swr';

/** Who is signed in, once known. */
export function useIdentity() {
  const identityApi = useApi(identityApiRef);
  const { data } = useSWR(['suido', 'identity'], () =>
    identityApi.getBackstageIdentity(),
  );
  return data;
}
