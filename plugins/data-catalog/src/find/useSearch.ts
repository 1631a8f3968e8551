import type { SearchResult } from '@suido/backstage-plugin-data-catalog-common';
import {
  retryUnlessAnswered,
  useDataCatalog,
  wordsOf,
} from '@suido/backstage-plugin-data-catalog-react';
import { useEffect } from 'react';
import useSWRInfinite from 'swr/infinite';
import {
  readFinding,
  toSearchQuery,
  writeFinding,
  type Finding,
} from './findingAddress';

/** A portal that just started is still being told of its data. */
const LOOKS_FOR_FIRST_EVERY_MS = 5_000;

interface AnsweredPage extends SearchResult {
  /** Address of the search that this answers. */
  readonly asked: string;
}

/** What was found, growing by pages. */
export interface FoundSoFar {
  readonly items: SearchResult['items'];
  readonly facets: SearchResult['facets'];
  readonly total: SearchResult['total'];
  readonly corrected?: string;
  /** The search that this answers; while a newer one is open, the one before. */
  readonly finding: Finding;
  /** What was looked for, to be marked. */
  readonly words: readonly string[];
  readonly hasMore: boolean;
}

/** Follows a search with what it finds; the last answer stays until the next. */
export function useSearch(finding: Finding) {
  const client = useDataCatalog();
  const address = writeFinding(finding).toString();
  const pages = useSWRInfinite<AnsweredPage, Error>(
    (index, previous: AnsweredPage | null) =>
      index > 0 && !previous?.nextCursor
        ? null
        : ['data-catalog', 'search', address, previous?.nextCursor],
    async ([, , asked, cursor]: [
      string,
      string,
      string,
      string | undefined,
    ]) => {
      const query = toSearchQuery(readFinding(new URLSearchParams(asked)));
      const answer = await client.search({ query: { ...query, cursor } });
      return { ...answer, asked };
    },
    {
      keepPreviousData: true,
      revalidateFirstPage: false,
      revalidateOnFocus: false,
      shouldRetryOnError: retryUnlessAnswered,
    },
  );
  const isAnswered = pages.data?.[0]?.asked === address;
  const { mutate } = pages;
  const isEmptyCatalog =
    isAnswered && address === '' && pages.data?.[0]?.items.length === 0;
  useEffect(() => {
    if (!isEmptyCatalog) {
      return undefined;
    }
    const timer = setInterval(() => mutate(), LOOKS_FOR_FIRST_EVERY_MS);
    return () => clearInterval(timer);
  }, [isEmptyCatalog, mutate]);
  return {
    found: pages.data && foundSoFar(pages.data),
    isBusy: !isAnswered && !pages.error,
    /** Why there is no answer, or not the whole of it. */
    error: pages.error,
    isAnswered,
    isLoadingMore: isAnswered && pages.data?.length !== pages.size,
    showMore: () => pages.setSize(size => size + 1),
    retry: () => mutate(),
  };
}

function foundSoFar(pages: readonly AnsweredPage[]): FoundSoFar | undefined {
  const first = pages.at(0);
  if (!first) {
    return undefined;
  }
  const finding = readFinding(new URLSearchParams(first.asked));
  return {
    items: pages.flatMap(page => page.items),
    facets: first.facets,
    total: first.total,
    corrected: first.corrected,
    finding,
    words: wordsOf(first.corrected ?? finding.words),
    hasMore: pages.at(-1)?.nextCursor !== undefined,
  };
}
