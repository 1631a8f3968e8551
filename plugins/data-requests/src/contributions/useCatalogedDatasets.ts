import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useSWR from 'swr';

/**
 * Which datasets stand in the catalog; nothing while that is asked, or where
 * the catalog does not answer.
 * @param keys - names of their entities
 */
export function useCatalogedDatasets(
  keys: readonly string[],
): ReadonlySet<string> | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { data } = useSWR(
    keys.length > 0 && ['data-requests', 'cataloged', keys.join()],
    async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: keys.map(name =>
          stringifyEntityRef({ kind: 'resource', name }),
        ),
        fields: ['metadata.name'],
      });
      return new Set(items.flatMap(entity => entity?.metadata.name ?? []));
    },
  );
  return data;
}
