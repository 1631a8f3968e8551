import { useEffect, useRef, useState } from 'react';

/** Key → what it does. */
export type ShortcutMap = Readonly<Record<string, () => void>>;

/** The state of single-key shortcuts on a page. */
export interface Shortcuts {
  readonly enabled: boolean;
  readonly setEnabled: (enabled: boolean) => void;
  readonly isHelpOpen: boolean;
  readonly setHelpOpen: (open: boolean) => void;
}

const STORAGE_KEY = 'suido.data-requests.shortcuts';
const OFF = 'off';
const HELP_KEY = '?';
/** Where keys are text; code that is only read is no such place. */
const WRITABLE =
  'input, textarea, select, [contenteditable="true"]:not([aria-readonly="true"])';

/**
 * Single-key shortcuts, `?` for their help.
 *
 * @remarks
 * They rest while the reader writes, while a dialog is open and while a
 * modifier is held, and can be switched off (WCAG 2.2, 2.1.4 Character Key
 * Shortcuts: people who speak to their computer set them off by accident).
 */
export function useShortcuts(map: ShortcutMap): Shortcuts {
  const [enabled, setEnabled] = useState(
    () => window.localStorage.getItem(STORAGE_KEY) !== OFF,
  );
  const [isHelpOpen, setHelpOpen] = useState(false);
  const latest = useRef(map);
  latest.current = map;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!enabled || isForSomethingElse(event)) {
        return;
      }
      const act =
        event.key === HELP_KEY
          ? () => setHelpOpen(true)
          : latest.current[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);

  return {
    enabled,
    setEnabled: next => {
      window.localStorage.setItem(STORAGE_KEY, next ? 'on' : OFF);
      setEnabled(next);
    },
    isHelpOpen,
    setHelpOpen,
  };
}

function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target } = event;
  const isWriting =
    target instanceof HTMLElement && target.closest(WRITABLE) !== null;
  return (
    isWriting ||
    event.defaultPrevented ||
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    document.querySelector('[role="dialog"]') !== null
  );
}
