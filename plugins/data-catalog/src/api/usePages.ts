import { retryUnlessAnswered } from '@suido/backstage-plugin-data-catalog-react';
import useSWRInfinite from 'swr/infinite';

interface Page<TItem> {
  readonly items: readonly TItem[];
  readonly nextCursor?: string;
}

interface PagesOptions<TItem> {
  /** How long until it is read again, in milliseconds; 0 for never. */
  readonly refreshInterval?: (items: readonly TItem[]) => number;
}

/**
 * A list that grows by pages.
 * @param key - what the list is of
 * @param read - reads the page after a cursor
 */
export function usePages<TItem>(
  key: readonly string[],
  read: (cursor: string | undefined) => Promise<Page<TItem>>,
  { refreshInterval }: PagesOptions<TItem> = {},
) {
  const pages = useSWRInfinite<Page<TItem>, Error>(
    (index, previous: Page<TItem> | null) =>
      index > 0 && !previous?.nextCursor
        ? null
        : ['data-catalog', ...key, previous?.nextCursor ?? ''],
    (asked: string[]) => read(asked.at(-1) || undefined),
    {
      shouldRetryOnError: retryUnlessAnswered,
      revalidateFirstPage: refreshInterval !== undefined,
      refreshInterval:
        refreshInterval &&
        (data => refreshInterval(data?.flatMap(page => page.items) ?? [])),
    },
  );
  return {
    data: pages.data?.flatMap(page => page.items),
    error: pages.error,
    mutate: () => pages.mutate(),
    hasMore: Boolean(pages.data?.at(-1)?.nextCursor),
    isLoadingMore: pages.isLoading || pages.data?.length !== pages.size,
    showMore: () => pages.setSize(size => size + 1),
  };
}
