import { useApi } from '@backstage/core-plugin-api';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';

/** The client of the data-requests API. */
export function useDataRequests() {
  return useApi(dataRequestsApiRef);
}
