import { useEffect, type RefObject } from 'react';

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Keeps the focus inside an element while parts of it go away.
 *
 * @remarks
 * A button that removes its own row takes the focus along, and whoever works
 * by keyboard is back at the beginning of the page. The focus then goes to
 * what comes next where the row was, or to what came before.
 * @public
 */
export function useKeptFocus(container: RefObject<HTMLElement>): void {
  useEffect(() => {
    const root = container.current;
    if (!root) {
      return undefined;
    }
    let last: Node | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target instanceof Node ? target : undefined;
    };
    const onFocusOut = () => {
      const left = last;
      // A browser may take the focus from an element just before it goes away.
      // What is still there a moment later was left by its reader.
      queueMicrotask(() => {
        if (left === last && left?.isConnected && !hasFocus(left)) {
          last = undefined;
        }
      });
    };
    const observer = new MutationObserver(records => {
      if (last && !last.isConnected && hasFocus(document.body)) {
        nearest(last, records, root)?.focus({ preventScroll: true });
      }
    });
    root.addEventListener('focusin', onFocusIn);
    root.addEventListener('focusout', onFocusOut);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', onFocusIn);
      root.removeEventListener('focusout', onFocusOut);
      observer.disconnect();
    };
  }, [container]);
}

function hasFocus(node: Node): boolean {
  return document.activeElement === node;
}

/** What takes the focus in place of an element that is gone. */
function nearest(
  lost: Node,
  records: readonly MutationRecord[],
  root: Element,
): HTMLElement | undefined {
  let gone = lost;
  let place: MutationRecord | undefined;
  // Where it was may have been removed with what was around it.
  for (const record of records) {
    const inside = gone;
    if ([...record.removedNodes].some(node => node.contains(inside))) {
      place = record;
      gone = record.target;
    }
  }
  if (!place) {
    return undefined;
  }
  const { target, nextSibling } = place;
  let scope: Node | null = target;
  while (scope instanceof Element && root.contains(scope)) {
    const stops = [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      isStop,
    );
    const next = stops.find(stop => comesAfter(stop, target, nextSibling));
    const stop = next ?? stops.at(-1);
    if (stop) {
      return stop;
    }
    scope = scope.parentNode;
  }
  return undefined;
}

function comesAfter(stop: Node, parent: Node, next: Node | null): boolean {
  if (next?.isConnected) {
    const position = next.compareDocumentPosition(stop);
    return !(position & Node.DOCUMENT_POSITION_PRECEDING);
  }
  const position = parent.compareDocumentPosition(stop);
  return (
    !(position & Node.DOCUMENT_POSITION_CONTAINED_BY) &&
    Boolean(position & Node.DOCUMENT_POSITION_FOLLOWING)
  );
}

function isStop(element: HTMLElement): boolean {
  return (
    element.tabIndex >= 0 &&
    !element.matches(':disabled, [aria-hidden=true], [type=hidden]') &&
    // Not every test environment lays pages out.
    (element.checkVisibility?.() ?? true)
  );
}
