import { EditorView } from '@codemirror/view';
import { useEffect, type MutableRefObject } from 'react';
import type { DiffEditors } from './diffEditors';
import type { LineNotes } from './LineNotes';
import type { NoteHost } from './useNoteHosts';

const FOCUSABLE = '[tabindex], button, a[href], textarea, input';

/** Brings a note into view and puts the focus into it, once for each `reveal`. */
export function useReveal(
  editors: MutableRefObject<DiffEditors | undefined>,
  reveal: LineNotes['reveal'],
  notes: readonly NoteHost[],
): void {
  const note = notes.find(({ key }) => key === reveal?.key);
  const nth = reveal?.nth;
  const host = note?.host;
  const endLine = note?.endLine;
  useEffect(() => {
    const view = editors.current?.main;
    if (view && host && endLine !== undefined) {
      // Whether drawn or not: the editor draws what it is to scroll to.
      view.dispatch({
        effects: EditorView.scrollIntoView(
          view.state.doc.line(Math.min(endLine, view.state.doc.lines)).to,
          { y: 'center' },
        ),
      });
      host
        .querySelector<HTMLElement>(FOCUSABLE)
        ?.focus({ preventScroll: true });
    }
  }, [editors, host, endLine, nth]);
}
