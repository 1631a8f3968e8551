import { useEffect, useRef, useState, type RefObject } from 'react';

/** A list whose items are moved with buttons that say `data-move`. */
export interface FocusOfMoved<T extends HTMLElement> {
  readonly list: RefObject<T>;
  /** To be called with a move, from one position to another. */
  readonly follow: (from: number, to: number) => void;
}

/**
 * The focus goes along with an item that is moved, so that it can be moved on;
 * at an end of the list it goes to the button that moves it back.
 */
export function useFocusOfMoved<T extends HTMLElement>(): FocusOfMoved<T> {
  const list = useRef<T>(null);
  // A new object per move, so that the same move again moves the focus again.
  const [move, setMove] = useState<{ to: number; up: boolean }>();
  useEffect(() => {
    if (move) {
      const buttons = list.current?.children[move.to]?.querySelectorAll(
        'button[data-move]:not([disabled])',
      );
      const same = [...(buttons ?? [])].find(
        button =>
          button.getAttribute('data-move') === (move.up ? 'up' : 'down'),
      );
      const target = same ?? buttons?.[0];
      if (target instanceof HTMLElement) {
        target.focus();
      }
    }
  }, [move]);
  return { list, follow: (from, to) => setMove({ to, up: to < from }) };
}
