import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/** Texts of the data-requests pages, in English and Japanese. @public */
export const dataRequestsTranslationRef = createTranslationRef({
  id: 'plugin.data-requests',
  messages: en,
  translations: {
    ja: async () => ({ default: (await import('./ja')).ja }),
  },
});
