import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { formMessages } from './formMessages';
import { panelMessages } from './panelMessages';
import { stepMessages } from './stepMessages';

/** Texts of the request form and its panel. @public */
export const dataRequestsReactTranslationRef = createTranslationRef({
  id: 'data-requests-react',
  messages: { ...formMessages, ...panelMessages, ...stepMessages },
  translations: { ja: () => import('./ja') },
});
