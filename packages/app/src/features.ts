import { frameModule } from './frame/module';
import { homePlugin } from './home/plugin';
import { languageModule } from './language/module';
import { navModule } from './nav/module';
import { signInModule } from './signIn/module';
import { themeModule } from './theme/module';
import { translationModule } from './translation/module';

/** What this app adds to the plugins that it finds. */
export const appFeatures = [
  frameModule,
  homePlugin,
  languageModule,
  navModule,
  signInModule,
  themeModule,
  translationModule,
];
