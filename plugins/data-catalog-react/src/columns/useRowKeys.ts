import { useState, type KeyboardEvent } from 'react';

const PAGE_ROWS = 10;

/**
 * One active row among many, moved by the keyboard.
 * @param count - how many rows there are
 * @param onMove - brings the row into view
 * @param onOpen - Enter or space on the row
 */
export function useRowKeys(
  count: number,
  onMove: (row: number) => void,
  onOpen: (row: number) => void,
) {
  const [active, setActive] = useState(0);
  const row = Math.min(active, Math.max(count - 1, 0));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Buttons inside a row have keys of their own.
    if (event.target !== event.currentTarget || count === 0) {
      return;
    }
    const target = targetOf(event.key, row, count);
    if (target !== undefined) {
      event.preventDefault();
      setActive(target);
      onMove(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(row);
    }
  };
  return { row, setRow: setActive, onKeyDown };
}

function targetOf(key: string, row: number, count: number): number | undefined {
  const within = (next: number) => Math.min(Math.max(next, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(row + 1);
    case 'ArrowUp':
      return within(row - 1);
    case 'PageDown':
      return within(row + PAGE_ROWS);
    case 'PageUp':
      return within(row - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
