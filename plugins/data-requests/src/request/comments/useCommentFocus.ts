import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Part of an address that names the comment to go to. */
export const COMMENT_PARAM = 'comment';

/** The comment that is to have the focus; again whenever `nth` changes. */
export interface CommentFocus {
  readonly id: string;
  readonly nth: number;
}

/**
 * The comment to go to: the one that the address names, or the next one of a
 * list.
 * @returns the present one, and how to go to the next (1) or previous (-1) of
 * ids in the order of the page
 */
export function useCommentFocus() {
  const [params] = useSearchParams();
  const { key: visit } = useLocation();
  const named = params.get(COMMENT_PARAM);
  const [focus, setFocus] = useState<CommentFocus>();
  useEffect(() => {
    if (named) {
      setFocus(before => ({ id: named, nth: (before?.nth ?? 0) + 1 }));
    }
  }, [named, visit]);
  const step = (ids: readonly string[], by: 1 | -1) =>
    setFocus(before => {
      const at = before ? ids.indexOf(before.id) : -1;
      const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1);
      const id = ids[next];
      return id === undefined ? before : { id, nth: (before?.nth ?? 0) + 1 };
    });
  return { focus, step };
}
