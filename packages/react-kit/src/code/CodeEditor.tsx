import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EditorView } from '@codemirror/view';
import { useTheme } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { reactKitTranslationRef } from '../translation';
import type { CodeViewProps } from './CodeView';
import { readOnlyEditor } from './editorExtensions';

/** The editor behind `CodeView`; default export, for `lazy`. */
export default function CodeEditor({ code, language, label }: CodeViewProps) {
  const { t } = useTranslationRef(reactKitTranslationRef);
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const name = label ?? t('diff.code');
  useEffect(() => {
    if (!host.current) {
      return undefined;
    }
    const view = new EditorView({
      doc: code,
      extensions: readOnlyEditor(language, name, theme),
      parent: host.current,
    });
    return () => view.destroy();
  }, [code, language, name, theme]);
  return <div ref={host} />;
}
