import { sql } from '@codemirror/lang-sql';
import { yaml } from '@codemirror/lang-yaml';
import {
  defaultHighlightStyle,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { lighten, type Theme } from '@mui/material/styles';
import type { CodeLanguage } from './CodeView';

const DARK_THEME_LIGHTENING = 0.55;

/** The language that a file's ending stands for. */
export function languageOfPath(path: string): CodeLanguage {
  if (path.endsWith('.sql')) {
    return 'sql';
  }
  return /\.ya?ml$/.test(path) ? 'yaml' : 'text';
}

/**
 * A read-only editor in the colours of the theme.
 *
 * @remarks
 * It keeps `contenteditable` and refuses changes instead: so it can be
 * reached with Tab, scrolled with the arrow keys and read aloud.
 */
export function readOnlyEditor(
  language: CodeLanguage,
  label: string,
  theme: Theme,
): Extension[] {
  return [
    EditorState.readOnly.of(true),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': 'true',
    }),
    lineNumbers(),
    languageExtension(language),
    syntaxHighlighting(highlightStyle(theme)),
    editorTheme(theme),
  ];
}

function languageExtension(language: CodeLanguage): Extension {
  switch (language) {
    case 'sql':
      return sql();
    case 'yaml':
      return yaml();
    default:
      return [];
  }
}

/** CodeMirror's own colours are made for white paper; lit up, they read on dark. */
function highlightStyle({ palette }: Theme): HighlightStyle {
  if (palette.mode === 'light') {
    return defaultHighlightStyle;
  }
  return HighlightStyle.define(
    defaultHighlightStyle.specs.map(spec => ({
      ...spec,
      color: spec.color && lighten(spec.color, DARK_THEME_LIGHTENING),
    })),
  );
}

function editorTheme({ palette, shape }: Theme): Extension {
  return EditorView.theme(
    {
      '&': {
        color: palette.text.primary,
        backgroundColor: 'transparent',
        fontSize: '13px',
        border: `1px solid ${palette.divider}`,
        borderRadius: `${shape.borderRadius}px`,
      },
      '&.cm-focused': { outline: `2px solid ${palette.primary.main}` },
      '.cm-gutters': {
        backgroundColor: 'transparent',
        color: palette.text.secondary,
        border: 'none',
      },
      '.cm-scroller': { lineHeight: 1.5 },
    },
    { dark: palette.mode === 'dark' },
  );
}
