import { MergeView, unifiedMergeView } from '@codemirror/merge';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Theme } from '@mui/material/styles';
import type { DiffViewProps } from './DiffView';
import { echoSpacers } from './echoSpacers';
import { languageOfPath, readOnlyEditor } from './editorExtensions';

/** Lines around a change that stay visible, and what is worth folding away. */
export const COLLAPSE = { margin: 3, minSize: 6 };

/** The editors that show a difference. */
export interface DiffEditors {
  /** Shows the new file. */
  readonly main: EditorView;
  /** Shows the old file, where that stands beside it. */
  readonly beside?: EditorView;
  destroy(): void;
}

interface DiffEditorsInput {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly mode: DiffViewProps['mode'];
  /** Whether the file is new or deleted: then there is nothing to compare. */
  readonly isOneSided: boolean;
  /** Whether unchanged lines far from a change are folded away. */
  readonly collapse: boolean;
  /** Accessible names of the editors. */
  readonly names: {
    readonly before: string;
    readonly after: string;
    readonly changes: string;
  };
  /** What the new file's editor has beside reading. */
  readonly extensions: Extension;
  readonly theme: Theme;
  readonly phrases: Readonly<Record<string, string>>;
  readonly parent: HTMLElement;
}

/** Draws a difference, side by side where there are two sides, or in one column. */
export function openDiffEditors(input: DiffEditorsInput): DiffEditors {
  return input.mode === 'split' && !input.isOneSided
    ? sideBySide(input)
    : oneColumn(input);
}

function sideBySide(input: DiffEditorsInput): DiffEditors {
  const { before, after, collapse, names, extensions, parent } = input;
  const view = new MergeView({
    a: {
      doc: before,
      extensions: [reading(input, names.before), echoSpacers()],
    },
    b: { doc: after, extensions: [reading(input, names.after), extensions] },
    collapseUnchanged: collapse ? COLLAPSE : undefined,
    parent,
  });
  return { main: view.b, beside: view.a, destroy: () => view.destroy() };
}

function oneColumn(input: DiffEditorsInput): DiffEditors {
  const { before, after, isOneSided, collapse, names, extensions, parent } =
    input;
  const main = new EditorView({
    doc: after,
    extensions: [
      reading(input, names.changes),
      unifiedMergeView({
        original: before,
        mergeControls: false,
        // That every character of a new file is new goes without marking it.
        highlightChanges: !isOneSided,
        collapseUnchanged: collapse ? COLLAPSE : undefined,
      }),
      extensions,
    ],
    parent,
  });
  return { main, destroy: () => main.destroy() };
}

function reading({ path, theme, phrases }: DiffEditorsInput, name: string) {
  return readOnlyEditor(languageOfPath(path), name, theme, phrases);
}
