import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DocumentLanguage } from './DocumentLanguage';

const documentLanguage = AppRootElementBlueprint.make({
  name: 'document-language',
  params: { element: <DocumentLanguage /> },
});

/** Keeps the document's language in step with the reader's choice. */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [documentLanguage],
});
