import { getContrastRatio } from '@mui/material/styles';
import { darkColors, lightColors } from './colors';

const AA = 4.5;

describe.each([
  ['light', lightColors],
  ['dark', darkColors],
])('%s colours', (_, colors) => {
  const { background, text, navigation, primary, secondary } = colors;
  it.each([
    ['text on page', text.primary, background.default],
    ['text on paper', text.primary, background.paper],
    ['secondary text on page', text.secondary, background.default],
    ['secondary text on paper', text.secondary, background.paper],
    ['link on page', colors.link, background.default],
    ['link on paper', colors.link, background.paper],
    ['primary on page', primary.main, background.default],
    ['primary on paper', primary.main, background.paper],
    ['text on primary', primary.contrastText, primary.main],
    ['text on secondary', secondary.contrastText, secondary.main],
    ['sidebar', navigation.color, navigation.background],
    [
      'sidebar under the pointer',
      navigation.color,
      navigation.navItem.hoverBackground,
    ],
    ['chosen in sidebar', navigation.selectedColor, navigation.background],
    ['header, left', '#ffffff', colors.header[0]],
    ['header, right', '#ffffff', colors.header[1]],
  ])('%s can be read', (__, foreground, behind) => {
    expect(getContrastRatio(foreground, behind)).toBeGreaterThanOrEqual(AA);
  });
});
