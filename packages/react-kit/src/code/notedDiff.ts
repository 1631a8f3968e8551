import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Theme } from '@mui/material/styles';
import { alpha } from '@mui/material/styles';
import type { DiffEditors } from './diffEditors';
import { keepRoom } from './echoSpacers';
import { lineButtons } from './lineButtons';
import type { LineMap } from './LineMap';
import type { LineNotes } from './LineNotes';
import { noteWidgets, type HostedNote } from './noteWidgets';

interface NotedDiffOptions {
  readonly onChoose: LineNotes['onChoose'];
  readonly nameOf: (line: number, text: string) => string;
  readonly theme: Theme;
}

/**
 * What an editor needs to carry notes.
 *
 * @remarks
 * It is a group then, no text box: buttons and fields inside a text box are
 * out of reach for many screen readers.
 */
export function notedDiff({
  onChoose,
  nameOf,
  theme,
}: NotedDiffOptions): Extension {
  return [
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({ role: 'group' }),
    noteWidgets(),
    onChoose ? lineButtons({ onChoose, nameOf }) : [],
    noteTheme(theme),
  ];
}

/** Takes off what a group may not have and every editor of CodeMirror has. */
export function leaveTextBox({ contentDOM }: EditorView): void {
  contentDOM.removeAttribute('aria-multiline');
  contentDOM.removeAttribute('aria-readonly');
}

/**
 * Keeps unchanged lines on one height where notes stand on one side only.
 * Changed lines need none: the merge view itself aligns what follows them.
 */
export function alignBeside(
  { main, beside }: DiffEditors,
  notes: readonly HostedNote[],
  lines: LineMap,
): void {
  if (!beside) {
    return;
  }
  main.requestMeasure({
    key: 'echo-spacers',
    read: () =>
      notes.flatMap(({ endLine, host }) => {
        const line = lines.trace(endLine);
        return line === undefined
          ? []
          : [{ line, heightPx: host.getBoundingClientRect().height }];
      }),
    // The height of one editor is not changed while the other one measures.
    write: spacers => queueMicrotask(() => keepRoom(beside, spacers)),
  });
}

function noteTheme({ palette, shape, typography }: Theme): Extension {
  return EditorView.theme({
    '.cm-line': { position: 'relative', paddingLeft: '30px' },
    // What stands between the lines is no code.
    '.cm-lineNote': {
      fontFamily: `${typography.fontFamily}`,
      fontSize: `${typography.body2.fontSize}`,
      whiteSpace: 'normal',
      cursor: 'auto',
      padding: '8px 12px 8px 30px',
    },
    '.cm-notedLine': {
      boxShadow: `inset 3px 0 ${palette.primary.main}`,
    },
    // Above the ground of a changed line, which is more specific.
    '.cm-chosenLine': {
      backgroundColor: `${alpha(palette.primary.main, 0.2)} !important`,
    },
    '.cm-lineButton': {
      position: 'absolute',
      left: '5px',
      top: '0',
      width: '20px',
      height: '1.5em',
      padding: '0',
      border: 'none',
      borderRadius: `${shape.borderRadius}px`,
      backgroundColor: palette.primary.main,
      color: palette.primary.contrastText,
      cursor: 'pointer',
      opacity: '0',
      font: 'inherit',
      lineHeight: '1',
      userSelect: 'none',
    },
    // Drawn, so that it is not copied with the code.
    '.cm-lineButton::before': { content: '"+"' },
    '.cm-line:hover .cm-lineButton, .cm-lineButton:focus-visible': {
      opacity: '1',
    },
    '.cm-lineButton:focus-visible': {
      outline: `2px solid ${palette.text.primary}`,
      outlineOffset: '1px',
    },
    '@media (hover: none)': { '.cm-lineButton': { opacity: '0.5' } },
  });
}
