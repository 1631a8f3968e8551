import {
  createUnifiedTheme,
  genPageTheme,
  palettes,
  type UnifiedThemeOptions,
} from '@backstage/theme';
import { darkColors, lightColors, type SuidoColors } from './colors';

// The system's own fonts: nothing is loaded, and Japanese looks as elsewhere.
const FONT_FAMILY = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"Hiragino Sans"',
  '"Noto Sans JP"',
  '"Noto Sans CJK JP"',
  '"Yu Gothic UI"',
  'Meiryo',
  'sans-serif',
].join(', ');

/** The light theme. */
export const suidoLightTheme = createUnifiedTheme(
  themeOptions('light', lightColors),
);

/** The dark theme. */
export const suidoDarkTheme = createUnifiedTheme(
  themeOptions('dark', darkColors),
);

function themeOptions(
  mode: 'light' | 'dark',
  colors: SuidoColors,
): UnifiedThemeOptions {
  const base = palettes[mode];
  const page = genPageTheme({
    colors: [...colors.header],
    shape: 'none',
    options: { fontColor: '#ffffff' },
  });
  return {
    fontFamily: FONT_FAMILY,
    defaultPageTheme: 'home',
    pageTheme: Object.fromEntries(
      [
        'home',
        'documentation',
        'tool',
        'service',
        'website',
        'library',
        'other',
        'app',
        'apis',
        'card',
      ].map(name => [name, page]),
    ),
    palette: {
      ...base,
      background: colors.background,
      primary: colors.primary,
      secondary: colors.secondary,
      text: colors.text,
      link: colors.link,
      linkHover: colors.linkHover,
      textSubtle: colors.text.secondary,
      border: colors.border,
      divider: colors.border,
      navigation: colors.navigation,
      tabbar: { indicator: colors.primary.main },
    },
    components: {
      BackstageHeader: {
        styleOverrides: { header: { boxShadow: 'none' } },
      },
      MuiButtonBase: {
        styleOverrides: {
          root: {
            // The ripple alone is too faint to find (WCAG 2.2, 2.4.7 and 1.4.11).
            '&:focus-visible': { outline: `2px solid ${colors.link}` },
          },
        },
      },
      MuiTab: {
        styleOverrides: {
          root: {
            letterSpacing: 'normal',
            textTransform: 'none',
            // Tabs scroll in a box that would cut what is around them.
            '&:focus-visible': { outlineOffset: '-2px' },
          },
        },
      },
      MuiMenuItem: {
        styleOverrides: {
          root: { '&:focus-visible': { outlineOffset: '-2px' } },
        },
      },
      MuiTableCell: {
        styleOverrides: { root: { lineHeight: 1.4 } },
      },
      MuiButton: {
        styleOverrides: { root: { textTransform: 'none' } },
      },
      MuiToggleButton: {
        styleOverrides: { root: { textTransform: 'none' } },
      },
    },
  };
}
