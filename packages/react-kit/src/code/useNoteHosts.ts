import { useLayoutEffect, useMemo, useRef } from 'react';
import type { LineNote, LineRange } from './LineNotes';
import type { HostedNote } from './noteWidgets';

/** A note's place and the element that its content is rendered into. */
export interface NoteHost extends HostedNote {
  readonly key: string;
}

const NONE: readonly LineNote[] = [];

/**
 * An element for each note that stays the same as long as its key does; a new
 * list only where keys or places changed.
 * @param onLeft - told the place of a note that went away while it had the focus
 */
export function useNoteHosts(
  items: readonly LineNote[] = NONE,
  onLeft: (place: LineRange) => void,
): readonly NoteHost[] {
  const elements = useRef(new Map<string, HTMLElement>());
  const shown = useRef<readonly NoteHost[]>([]);
  const focusedKey = useRef<string>();
  const places = JSON.stringify(
    items.map(({ key, line, endLine }) => [key, line, endLine]),
  );
  const hosts = useMemo(() => {
    const wanted: [string, number, number][] = JSON.parse(places);
    return wanted.map(([key, line, endLine]) => {
      const known = elements.current.get(key);
      const host = known ?? newHost(() => (focusedKey.current = key));
      elements.current.set(key, host);
      return { key, line, endLine, host };
    });
  }, [places]);

  useLayoutEffect(() => {
    const gone = shown.current.filter(
      ({ key }) => !hosts.some(note => note.key === key),
    );
    shown.current = hosts;
    for (const note of gone) {
      elements.current.delete(note.key);
      // What was focused inside has just been taken off the page.
      if (
        note.key === focusedKey.current &&
        document.activeElement === document.body
      ) {
        onLeft(note);
      }
    }
  }, [hosts, onLeft]);

  return hosts;
}

function newHost(onFocus: () => void): HTMLElement {
  const host = document.createElement('div');
  host.className = 'cm-lineNote';
  host.addEventListener('focusin', onFocus);
  return host;
}
