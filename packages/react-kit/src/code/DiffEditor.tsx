import { EditorView } from '@codemirror/view';
import { useTheme } from '@mui/material/styles';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { COLLAPSE, openDiffEditors, type DiffEditors } from './diffEditors';
import type { DiffViewProps } from './DiffView';
import { focusLine } from './lineButtons';
import { LineMap } from './LineMap';
import type { LineRange } from './LineNotes';
import { alignBeside, leaveTextBox, notedDiff } from './notedDiff';
import { showNotes } from './noteWidgets';
import { useDiffTexts } from './useDiffTexts';
import { useNoteHosts } from './useNoteHosts';
import { useReveal } from './useReveal';

/** The editor behind `DiffView`; default export, for `lazy`. */
export default function DiffEditor({
  path,
  before: oldText,
  after: newText,
  mode,
  wholeFile = false,
  notes,
}: DiffViewProps) {
  const before = oldText ?? '';
  const after = newText ?? '';
  const isOneSided = oldText === undefined || newText === undefined;
  const texts = useDiffTexts(path);
  const theme = useTheme();
  const parent = useRef<HTMLDivElement>(null);
  const editors = useRef<DiffEditors>();
  const lines = useMemo(() => new LineMap(before, after), [before, after]);
  const returnFocus = useCallback(({ endLine }: LineRange) => {
    if (editors.current) {
      focusLine(editors.current.main, endLine);
    }
  }, []);
  const hosts = useNoteHosts(notes?.items, returnFocus);
  const latest = useRef({ notes, hosts });
  latest.current = { notes, hosts };

  const hasNotes = notes !== undefined;
  const mayChoose = notes?.onChoose !== undefined;
  const collapse =
    !wholeFile &&
    hosts.every(({ endLine }) => lines.isNearChange(endLine, COLLAPSE.margin));

  useLayoutEffect(() => {
    if (!parent.current) {
      return undefined;
    }
    const noting = hasNotes && [
      notedDiff({
        onChoose: mayChoose
          ? (...range) => latest.current.notes?.onChoose?.(...range)
          : undefined,
        nameOf: texts.lineName,
        theme,
      }),
      EditorView.updateListener.of(({ heightChanged }) => {
        if (heightChanged && editors.current) {
          alignBeside(editors.current, latest.current.hosts, lines);
        }
      }),
    ];
    const opened = openDiffEditors({
      path,
      before,
      after,
      mode,
      isOneSided,
      collapse,
      names: texts.names,
      phrases: texts.phrases,
      theme,
      parent: parent.current,
      extensions: noting || [],
    });
    if (hasNotes) {
      leaveTextBox(opened.main);
      showNotes(opened.main, latest.current.hosts);
    }
    editors.current = opened;
    return () => {
      editors.current = undefined;
      opened.destroy();
    };
  }, [
    path,
    before,
    after,
    mode,
    isOneSided,
    collapse,
    texts,
    theme,
    hasNotes,
    mayChoose,
    lines,
  ]);

  // Before the effects of what is inside: a field that takes the focus when it
  // appears must stand on the page by then.
  useLayoutEffect(() => {
    if (editors.current && hasNotes) {
      showNotes(editors.current.main, hosts);
      alignBeside(editors.current, hosts, lines);
    }
  }, [hosts, hasNotes, lines]);
  useReveal(editors, notes?.reveal, hosts);

  return (
    <>
      <div ref={parent} />
      {hosts.map(({ key, host }, index) =>
        createPortal(notes?.items[index]?.content, host, key),
      )}
    </>
  );
}
