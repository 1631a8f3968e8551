import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MartSpec,
  Preview,
} from '@suido/backstage-plugin-data-requests-common';
import { useCallback, useEffect, useState } from 'react';
import { dataRequestsApiRef } from '../api';

/** Typing pauses this long before a preview is asked for. */
const DEBOUNCE_MS = 400;

/** @public */
export interface MartPreview {
  /** The last answer; it stays while a newer one is on its way. */
  readonly preview?: Preview;
  /** The spec that it is the answer to. */
  readonly previewed?: MartSpec;
  /** True from the first keystroke after the last answer. */
  readonly isRefreshing: boolean;
  /** Why the newest spec has no preview. */
  readonly error?: Error;
  readonly retry: () => void;
}

interface Answer {
  readonly spec: MartSpec;
  readonly attempt: number;
  readonly preview?: Preview;
  /** The spec of `preview`, which an error leaves as it was. */
  readonly previewed?: MartSpec;
  readonly error?: Error;
}

/**
 * Follows a spec with its preview.
 * @param revises - id of the sent request that the spec changes
 *
 * @remarks
 * Each change waits out the typing, then asks, and gives up the question that
 * is still open; so an older answer never replaces a newer one.
 * @public
 */
export function useMartPreview(spec: MartSpec, revises?: string): MartPreview {
  const api = useApi(dataRequestsApiRef);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    if (!spec.target) {
      return undefined;
    }
    const controller = new AbortController();
    const settle = (outcome: { preview?: Preview; error?: Error }) => {
      if (!controller.signal.aborted) {
        setAnswer(last => ({
          spec,
          attempt,
          preview: outcome.preview ?? last?.preview,
          previewed: outcome.preview ? spec : last?.previewed,
          error: outcome.error,
        }));
      }
    };
    const timer = setTimeout(() => {
      api
        .preview({ body: { spec, revises } }, { signal: controller.signal })
        .then(
          preview => settle({ preview }),
          error => settle({ error }),
        );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, spec, revises, attempt]);

  const retry = useCallback(() => setAttempt(last => last + 1), []);
  const isCurrent = answer?.spec === spec && answer.attempt === attempt;
  return {
    preview: answer?.preview,
    previewed: answer?.previewed,
    isRefreshing: Boolean(spec.target) && !isCurrent,
    error: isCurrent ? answer.error : undefined,
    retry,
  };
}
