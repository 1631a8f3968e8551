import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import useSWR from 'swr';

/** Whether the dataset of a request stands in the catalog. */
export type CatalogPresence = 'later' | 'pending' | 'present' | 'unreachable';

const PENDING_POLL_MS = 2_000;

/** Looks for the dataset from the merge on, until it is there. */
export function useCatalogPresence(
  request: Pick<DataRequest, 'state' | 'datasetKey'>,
): CatalogPresence {
  const catalogApi = useApi(catalogApiRef);
  const isMerged = request.state === 'merged' || request.state === 'deployed';
  const { data, error } = useSWR(
    isMerged && ['data-requests', 'dataset-entity', request.datasetKey],
    async () => {
      const entityRef = stringifyEntityRef({
        kind: 'resource',
        name: request.datasetKey,
      });
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: [entityRef],
        fields: ['metadata.name'],
      });
      return items[0] !== undefined;
    },
    { refreshInterval: present => (present ? 0 : PENDING_POLL_MS) },
  );
  if (!isMerged) {
    return 'later';
  }
  if (data) {
    return 'present';
  }
  return error ? 'unreachable' : 'pending';
}
