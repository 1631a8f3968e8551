import { useApi } from '@backstage/frontend-plugin-api';
import type { Target } from '@suido/backstage-plugin-data-requests-common';
import useSWR, { type SWRResponse } from 'swr';
import { dataRequestsApiRef } from './dataRequestsApiRef';
import { FORM_DATA_OPTIONS } from './formDataOptions';

/**
 * The repositories that requests may change.
 * @param known - where the caller has them already: nothing is loaded
 * @public
 */
export function useTargets(
  known?: readonly Target[],
): SWRResponse<readonly Target[], Error> {
  const api = useApi(dataRequestsApiRef);
  const answer = useSWR<readonly Target[], Error>(
    known ? undefined : 'data-requests/targets',
    async () => (await api.listTargets({})).items,
    FORM_DATA_OPTIONS,
  );
  return known ? { ...answer, data: known } : answer;
}
