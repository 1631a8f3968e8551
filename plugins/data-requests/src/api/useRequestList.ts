import type {
  RequestState,
  RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import useSWRInfinite from 'swr/infinite';
import { retryUnlessAnswered } from './retryUnlessAnswered';
import { useDataRequests } from './useDataRequests';

/** Which requests a list shows. */
export type RequestView = 'mine' | 'to-review' | 'all';

interface ListPage {
  readonly items: RequestSummary[];
  readonly nextCursor?: string;
}

const REFRESH_MS = 15_000;

/** A list of requests that grows by pages. */
export function useRequestList(
  view: RequestView,
  state?: RequestState | readonly RequestState[],
  limit?: number,
) {
  const client = useDataRequests();
  const pages = useSWRInfinite<ListPage, Error>(
    (index, previous: ListPage | null) =>
      index > 0 && !previous?.nextCursor
        ? null
        : ['data-requests', 'list', view, state, limit, previous?.nextCursor],
    ([, , , , , cursor]: [
      string,
      string,
      RequestView,
      typeof state,
      number | undefined,
      string | undefined,
    ]) =>
      client.listRequests({
        query: {
          view,
          state: typeof state === 'string' || !state ? state : [...state],
          cursor,
          limit,
        },
      }),
    { shouldRetryOnError: retryUnlessAnswered, refreshInterval: REFRESH_MS },
  );
  const items = pages.data?.flatMap(page => page.items);
  return {
    data: items,
    error: pages.error,
    mutate: pages.mutate,
    hasMore: Boolean(pages.data?.at(-1)?.nextCursor),
    isLoadingMore: pages.isLoading || pages.data?.length !== pages.size,
    showMore: () => pages.setSize(size => size + 1),
  };
}
