import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/** Texts of this app, in English and Japanese. */
export const suidoAppTranslationRef = createTranslationRef({
  id: 'suido.app',
  messages: en,
  translations: {
    ja: async () => ({ default: (await import('./ja')).ja }),
  },
});
