import { useEffect, type RefObject } from 'react';

const WRITABLE =
  'input, textarea, select, [contenteditable="true"]:not([aria-readonly="true"])';

/**
 * `/` goes to a box, as in the tools that people know; not while they write,
 * hold a modifier or look at a dialog.
 */
export function useSlashKey(box: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isForSomethingElse =
        (target instanceof HTMLElement && target.closest(WRITABLE) !== null) ||
        event.defaultPrevented ||
        event.isComposing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        document.querySelector('[role="dialog"]') !== null;
      if (event.key === '/' && !isForSomethingElse) {
        event.preventDefault();
        box.current?.focus();
        box.current?.select();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
}
