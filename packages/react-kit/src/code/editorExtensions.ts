import { sql } from '@codemirror/lang-sql';
import { yaml } from '@codemirror/lang-yaml';
import {
  defaultHighlightStyle,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightSpecialChars,
  lineNumbers,
} from '@codemirror/view';
import { darken, lighten, type Theme } from '@mui/material/styles';
import type { CodeLanguage } from './CodeView';

const DARK_THEME_LIGHTENING = 0.55;
const LIGHT_THEME_DARKENING = 0.25;

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
 * reached with Tab, scrolled with the arrow keys and read aloud. Characters
 * that turn the direction of writing, or show nothing, are made visible: code
 * must not look other than it is.
 * @param phrases - CodeMirror's own words in the reader's language
 */
export function readOnlyEditor(
  language: CodeLanguage,
  label: string,
  theme: Theme,
  phrases: Readonly<Record<string, string>> = {},
): Extension[] {
  return [
    EditorState.readOnly.of(true),
    EditorState.phrases.of(phrases),
    highlightSpecialChars(),
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

/**
 * CodeMirror's own colours are made for white paper: lit up, they read on dark,
 * and made darker, they read on the ground of a changed line.
 */
function highlightStyle({ palette }: Theme): HighlightStyle {
  const adapt = (color: string) =>
    palette.mode === 'light'
      ? darken(color, LIGHT_THEME_DARKENING)
      : lighten(color, DARK_THEME_LIGHTENING);
  return HighlightStyle.define(
    defaultHighlightStyle.specs.map(spec => ({
      ...spec,
      color: spec.color && adapt(spec.color),
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
      // The sign that the merge view draws is missing in many fonts.
      '.cm-collapsedLines:before, .cm-collapsedLines:after': {
        content: '"⋯"',
      },
    },
    { dark: palette.mode === 'dark' },
  );
}
