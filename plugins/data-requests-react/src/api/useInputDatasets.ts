import { useApi } from '@backstage/frontend-plugin-api';
import type { InputDataset } from '@suido/backstage-plugin-data-requests-common';
import useSWR, { type SWRResponse } from 'swr';
import { dataRequestsApiRef } from './dataRequestsApiRef';
import { FORM_DATA_OPTIONS } from './formDataOptions';

/**
 * The datasets that a mart of this target may read.
 * @param target - nothing is loaded while it is empty
 * @public
 */
export function useInputDatasets(
  target: string,
): SWRResponse<readonly InputDataset[], Error> {
  const api = useApi(dataRequestsApiRef);
  return useSWR<readonly InputDataset[], Error, [string, string] | undefined>(
    target ? ['data-requests/datasets', target] : undefined,
    async ([, id]) =>
      (await api.listDatasets({ params: { target: id } })).items,
    FORM_DATA_OPTIONS,
  );
}
