import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import { useTheme, type Theme } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { reactKitTranslationRef } from '../translation';
import type { DiffViewProps } from './DiffView';
import { languageOfPath, readOnlyEditor } from './editorExtensions';

const COLLAPSE = { margin: 3, minSize: 6 };

interface Names {
  readonly before: string;
  readonly after: string;
  readonly changes: string;
}

/** The editor behind `DiffView`; default export, for `lazy`. */
export default function DiffEditor({
  path,
  before = '',
  after = '',
  mode,
}: DiffViewProps) {
  const { t } = useTranslationRef(reactKitTranslationRef);
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const beforeName = t('diff.before', { path });
  const afterName = t('diff.after', { path });
  const changesName = t('diff.changes', { path });
  useEffect(() => {
    if (!host.current) {
      return undefined;
    }
    const names = {
      before: beforeName,
      after: afterName,
      changes: changesName,
    };
    const input = { path, before, after, names, theme, parent: host.current };
    const view = mode === 'split' ? splitView(input) : unifiedView(input);
    return () => view.destroy();
  }, [path, before, after, mode, beforeName, afterName, changesName, theme]);
  return <div ref={host} />;
}

interface ViewInput {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly names: Names;
  readonly theme: Theme;
  readonly parent: HTMLElement;
}

function splitView({ path, before, after, names, theme, parent }: ViewInput) {
  const language = languageOfPath(path);
  return new MergeView({
    a: {
      doc: before,
      extensions: readOnlyEditor(language, names.before, theme),
    },
    b: { doc: after, extensions: readOnlyEditor(language, names.after, theme) },
    collapseUnchanged: COLLAPSE,
    parent,
  });
}

function unifiedView({ path, before, after, names, theme, parent }: ViewInput) {
  return new EditorView({
    doc: after,
    extensions: [
      readOnlyEditor(languageOfPath(path), names.changes, theme),
      unifiedMergeView({
        original: before,
        mergeControls: false,
        collapseUnchanged: COLLAPSE,
      }),
    ],
    parent,
  });
}
