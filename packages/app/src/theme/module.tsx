import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import DarkModeIcon from '@mui/icons-material/DarkMode';
import LightModeIcon from '@mui/icons-material/LightMode';
import { suidoDarkTheme, suidoLightTheme } from './themes';

const light = ThemeBlueprint.make({
  // The names of Backstage's own two, so that these take their place.
  name: 'light',
  params: {
    theme: {
      id: 'light',
      title: 'Light',
      variant: 'light',
      icon: <LightModeIcon />,
      Provider: ({ children }) => (
        <UnifiedThemeProvider theme={suidoLightTheme} themeName="suido">
          {children}
        </UnifiedThemeProvider>
      ),
    },
  },
});

const dark = ThemeBlueprint.make({
  name: 'dark',
  params: {
    theme: {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      icon: <DarkModeIcon />,
      Provider: ({ children }) => (
        <UnifiedThemeProvider theme={suidoDarkTheme} themeName="suido">
          {children}
        </UnifiedThemeProvider>
      ),
    },
  },
});

/** The portal's look: calm water. */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [light, dark],
});
