import { useRef, type KeyboardEvent, type RefObject } from 'react';

/** Marks a result; the first link or title in it takes the focus. */
export const RESULT = 'data-result';

/**
 * Walks from the search box through the results by the arrow keys. A result is
 * a link, so Enter opens it and no key of the browser is lost.
 */
export function useResultWalk(box: RefObject<HTMLInputElement>) {
  const list = useRef<HTMLOListElement>(null);

  const entries = () => {
    const results = list.current?.querySelectorAll(`[${RESULT}]`) ?? [];
    return [...results].flatMap(result => {
      const entry = result.querySelector<HTMLElement>('a, [data-title]');
      return entry ? [entry] : [];
    });
  };

  const enter = () => entries().at(0)?.focus();

  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const here = all.findIndex(entry =>
      entry.closest(`[${RESULT}]`)?.contains(document.activeElement),
    );
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && here === 0)) {
      event.preventDefault();
      box.current?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      all
        .at(
          Math.min(here + (event.key === 'ArrowDown' ? 1 : -1), all.length - 1),
        )
        ?.focus();
    }
  };
  return { list, enter, onKeyDown };
}
