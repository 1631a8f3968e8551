import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDataCatalog } from '../api/useDataCatalog';
import {
  columnAt,
  COLUMNS_PER_PAGE,
  pagesBetween,
  type ColumnPages,
} from './columnPages';

/** @public */
export interface ColumnsQuestion {
  readonly datasetKey: string;
  /** Only columns whose name or definition has these letters. */
  readonly q: string;
  /** Of the dataset: a newer one is read again. */
  readonly revision: number;
}

/** @public */
export type Columns = ReturnType<typeof useColumns>;

/**
 * The columns of a dataset, read page by page as they come into view.
 *
 * @remarks
 * What was read for an older question stays until the newer one is answered,
 * and an answer to a question that is no longer asked is dropped.
 * @public
 */
export function useColumns({ datasetKey, q, revision }: ColumnsQuestion) {
  const client = useDataCatalog();
  const [known, setKnown] = useState<ColumnPages>();
  const [failure, setFailure] = useState<{ question: string; error: Error }>();
  const [attempt, setAttempt] = useState(0);
  const question = JSON.stringify([datasetKey, q, revision, attempt]);
  const asked = useRef<{ signal?: AbortSignal; pages: Set<number> }>({
    pages: new Set(),
  });

  const read = useCallback(
    async (page: number) => {
      const { signal, pages } = asked.current;
      if (!signal || pages.has(page)) {
        return;
      }
      pages.add(page);
      try {
        const answer = await client.listColumns(
          {
            params: { key: datasetKey },
            query: {
              q,
              offset: page * COLUMNS_PER_PAGE,
              limit: COLUMNS_PER_PAGE,
            },
          },
          { signal },
        );
        if (!signal.aborted) {
          setKnown(last => ({
            question,
            total: answer.total,
            pages: new Map(
              last?.question === question ? last.pages : undefined,
            ).set(page, answer.items),
          }));
        }
      } catch (error) {
        if (!signal.aborted) {
          setFailure({ question, error: toError(error) });
        }
      }
    },
    [client, datasetKey, q, question],
  );

  useEffect(() => {
    const controller = new AbortController();
    asked.current = { signal: controller.signal, pages: new Set() };
    read(0);
    return () => controller.abort();
  }, [read]);

  const isCurrent = known?.question === question;
  const need = useCallback(
    (first: number, last: number) => {
      if (isCurrent && last >= first) {
        pagesBetween(first, last).forEach(read);
      }
    },
    [isCurrent, read],
  );

  const error = failure?.question === question ? failure.error : undefined;
  return {
    /** How many there are; `undefined` before the first answer. */
    total: known?.total,
    columnAt: (index: number) => known && columnAt(known, index),
    /** Says which places are in view. */
    need,
    isBusy: !isCurrent && !error,
    error,
    retry: () => setAttempt(last => last + 1),
  };
}
