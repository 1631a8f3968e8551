import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import useSWR, { type SWRResponse } from 'swr';
import { retryUnlessAnswered } from './retryUnlessAnswered';
import { useDataCatalog } from './useDataCatalog';

/**
 * One dataset with all that is told of it; its columns are read apart
 * ({@link useColumns}). A key of an earlier name gives the dataset under its
 * present key.
 * @public
 */
export function useDataset(key: string): SWRResponse<Dataset, Error> {
  const client = useDataCatalog();
  return useSWR<Dataset, Error>(
    ['data-catalog', 'dataset', key],
    () => client.getDataset({ params: { key } }),
    { shouldRetryOnError: retryUnlessAnswered },
  );
}
