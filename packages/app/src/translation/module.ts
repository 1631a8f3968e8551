import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { coreResources } from './core/resources';

/** Japanese for the pages of Backstage itself. */
export const translationModule = createFrontendModule({
  pluginId: 'app',
  extensions: Object.entries(coreResources).map(([name, resource]) =>
    TranslationBlueprint.make({ name, params: { resource } }),
  ),
});
