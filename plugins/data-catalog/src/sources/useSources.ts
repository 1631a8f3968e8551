import type { CatalogSource } from '@suido/backstage-plugin-data-catalog-common';
import {
  retryUnlessAnswered,
  useDataCatalog,
} from '@suido/backstage-plugin-data-catalog-react';
import useSWR, { type SWRResponse } from 'swr';

const RUNNING_MS = 2_000;
const RESTING_MS = 15_000;

/** How long until runs are read again: soon while one of them goes on. */
export function refreshIntervalOf(
  states: readonly (string | undefined)[],
): number {
  return states.includes('running') ? RUNNING_MS : RESTING_MS;
}

/** All sources, read again while one of them is being read. */
export function useSources(): SWRResponse<CatalogSource[], Error> {
  const client = useDataCatalog();
  return useSWR<CatalogSource[], Error>(
    ['data-catalog', 'sources'],
    async () => (await client.listSources({})).items,
    {
      shouldRetryOnError: retryUnlessAnswered,
      refreshInterval: latest =>
        refreshIntervalOf(latest?.map(({ lastRun }) => lastRun?.state) ?? []),
    },
  );
}
