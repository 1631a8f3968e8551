/** The colours of one mode. Every pair that carries text holds WCAG 2.2 AA (4.5:1). */
export interface SuidoColors {
  readonly background: { readonly default: string; readonly paper: string };
  readonly text: { readonly primary: string; readonly secondary: string };
  readonly primary: {
    readonly main: string;
    readonly dark: string;
    readonly contrastText: string;
  };
  readonly secondary: { readonly main: string; readonly contrastText: string };
  readonly link: string;
  readonly linkHover: string;
  readonly border: string;
  /** Gradient of the headers, under white text. */
  readonly header: readonly [string, string];
  readonly navigation: {
    background: string;
    indicator: string;
    color: string;
    selectedColor: string;
    navItem: { hoverBackground: string };
    submenu: { background: string };
  };
}

export const lightColors: SuidoColors = {
  background: { default: '#f4f8f9', paper: '#ffffff' },
  text: { primary: '#10252b', secondary: '#4b636b' },
  primary: { main: '#00657a', dark: '#004a5a', contrastText: '#ffffff' },
  secondary: { main: '#3d5a99', contrastText: '#ffffff' },
  link: '#005f73',
  linkHover: '#003f4d',
  border: '#cddbdf',
  header: ['#0b4f60', '#00657a'],
  navigation: {
    background: '#0b3a47',
    indicator: '#7fe0ee',
    color: '#c9e3ea',
    selectedColor: '#ffffff',
    navItem: { hoverBackground: '#15505f' },
    submenu: { background: '#0f4452' },
  },
};

export const darkColors: SuidoColors = {
  background: { default: '#0f1b20', paper: '#17272e' },
  text: { primary: '#e8f2f4', secondary: '#a9c0c7' },
  primary: { main: '#6fd3e6', dark: '#4bbdd3', contrastText: '#06222a' },
  secondary: { main: '#a9bdf2', contrastText: '#0c1733' },
  link: '#7fd8e9',
  linkHover: '#b5ecf6',
  border: '#36505a',
  header: ['#0b3a47', '#0b4f60'],
  navigation: {
    background: '#0a161a',
    indicator: '#7fe0ee',
    color: '#b9d3da',
    selectedColor: '#ffffff',
    navItem: { hoverBackground: '#173039' },
    submenu: { background: '#122229' },
  },
};
