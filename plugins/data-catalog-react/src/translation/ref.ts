import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/** Texts of the shared components of data-catalog, in English and Japanese. @public */
export const dataCatalogReactTranslationRef = createTranslationRef({
  id: 'data-catalog-react',
  messages: en,
  translations: {
    ja: async () => ({ default: (await import('./ja')).ja }),
  },
});
