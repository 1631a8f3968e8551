import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/** Texts of the data-catalog pages, in English and Japanese. @public */
export const dataCatalogTranslationRef = createTranslationRef({
  id: 'plugin.data-catalog',
  messages: en,
  translations: {
    ja: async () => ({ default: (await import('./ja')).ja }),
  },
});
