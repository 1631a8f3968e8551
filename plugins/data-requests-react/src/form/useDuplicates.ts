import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Duplicate,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { dataRequestsApiRef } from '../api';

/** Typing pauses this long before the portal looks for something alike. */
const DEBOUNCE_MS = 800;

/** From so many characters on, a question can be compared with others. */
const SHORTEST_QUESTION_CHARS = 6;

/** What exists already and looks like the spec. @public */
export interface MartDuplicates {
  /** Most alike first; the last answer stays while a newer one is looked up. */
  readonly items: readonly Duplicate[];
  readonly error?: Error;
  readonly retry: () => void;
}

const NONE: readonly never[] = [];

/**
 * Looks up what is alike, each time the words or the sources have changed and
 * the typing pauses.
 * @param revises - id of the sent request that the spec changes
 * @public
 */
export function useDuplicates(
  spec: MartSpec,
  revises?: string,
): MartDuplicates {
  const api = useApi(dataRequestsApiRef);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{
    readonly items: readonly Duplicate[];
    readonly error?: Error;
  }>({ items: NONE });
  const newest = useRef(spec);
  newest.current = spec;
  const basis = basisOf(spec);

  useEffect(() => {
    if (basis === undefined) {
      setAnswer({ items: NONE });
      return undefined;
    }
    const controller = new AbortController();
    const settle = (outcome: typeof answer) => {
      if (!controller.signal.aborted) {
        setAnswer(outcome);
      }
    };
    const timer = setTimeout(() => {
      api
        .findDuplicates(
          { body: { spec: newest.current, revises } },
          { signal: controller.signal },
        )
        .then(
          ({ items }) => settle({ items }),
          error => settle({ items: NONE, error: toError(error) }),
        );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, basis, revises, attempt]);

  const retry = useCallback(() => setAttempt(last => last + 1), []);
  return { ...answer, retry };
}

/** What likeness is judged by; `undefined` where there is too little of it. */
function basisOf(spec: MartSpec): string | undefined {
  const { target, name, question, purpose, definition, sources, columns } =
    spec;
  const isTelling =
    question.trim().length >= SHORTEST_QUESTION_CHARS ||
    name !== '' ||
    sources.length > 0;
  return target && isTelling
    ? JSON.stringify([
        target,
        name,
        question,
        purpose,
        definition,
        sources.map(source => source.dataset),
        columns.map(column => column.name),
      ])
    : undefined;
}
