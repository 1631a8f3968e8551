import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the Template's fields that the steps do not bring. @public */
export const scaffolderModuleDataRequestsTranslationRef = createTranslationRef({
  id: 'scaffolder-module-data-requests',
  messages: {
    check: {
      noPlugin:
        'The data-requests plugin is not installed in this portal. Ask whoever runs it.',
      notRun:
        'The checks could not be run: {{reason}} Nothing was sent; try again.',
    },
  },
  translations: { ja: () => import('./ja') },
});
