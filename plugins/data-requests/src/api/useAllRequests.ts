import type {
  RequestState,
  RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import useSWR, { type SWRResponse } from 'swr';
import { retryUnlessAnswered } from './retryUnlessAnswered';
import { useDataRequests } from './useDataRequests';
import type { RequestView } from './useRequestList';

const PAGE_SIZE = 100;
const PAGES_AT_MOST = 5;

/** The newest requests, to be counted. */
export interface AllRequests {
  readonly requests: readonly RequestSummary[];
  /** False where there are older ones that were not read. */
  readonly isComplete: boolean;
}

/** Reads the requests of a view, at most the newest 500. */
export function useAllRequests(
  view: RequestView,
  states?: readonly RequestState[],
): SWRResponse<AllRequests, Error> {
  const client = useDataRequests();
  return useSWR<AllRequests, Error>(
    ['data-requests', 'counted', view, states?.join()],
    async () => {
      const requests: RequestSummary[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < PAGES_AT_MOST; page++) {
        const answer = await client.listRequests({
          query: {
            view,
            state: states && [...states],
            limit: PAGE_SIZE,
            cursor,
          },
        });
        requests.push(...answer.items);
        cursor = answer.nextCursor;
        if (!cursor) {
          break;
        }
      }
      return { requests, isComplete: cursor === undefined };
    },
    { shouldRetryOnError: retryUnlessAnswered },
  );
}
