import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import useSWR from 'swr';
import { useDataRequests } from '../../api/useDataRequests';

/**
 * What looks like the mart of a request now.
 *
 * @remarks
 * It only adds to what the author wrote, so a reader who may not ask for marts,
 * and therefore not for this, is shown that alone.
 * @param isAsked - whether it is of use: not once the request has ended
 */
export function useDuplicates(request: DataRequest, isAsked: boolean) {
  const client = useDataRequests();
  return useSWR(
    isAsked && ['data-requests', 'duplicates', request.id, request.specHash],
    () =>
      client.findDuplicates({
        body: { spec: request.spec, revises: request.id },
      }),
    { revalidateOnFocus: false, shouldRetryOnError: false },
  );
}
