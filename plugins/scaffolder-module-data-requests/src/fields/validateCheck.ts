import {
  appLanguageApiRef,
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import { describeError } from '@suido/react-kit';
import { assembleSpec, type MartFormData } from '../spec';
import { scaffolderModuleDataRequestsTranslationRef } from '../translation';

/**
 * Asks the portal once more before the Template may run.
 * @returns what blocks the request, in the reader's language; empty where nothing does
 */
export async function validateCheck(
  apis: ApiHolder,
  formData: MartFormData,
): Promise<string[]> {
  const language = apis.get(appLanguageApiRef)?.getLanguage().language;
  const words = apis
    .get(translationApiRef)
    ?.getTranslation(scaffolderModuleDataRequestsTranslationRef);
  const client = apis.get(dataRequestsApiRef);
  if (!client) {
    return [
      words?.ready
        ? words.t('check.noPlugin')
        : 'The data-requests plugin is not installed.',
    ];
  }
  try {
    const { checks } = await client.preview({
      body: { spec: assembleSpec(formData) },
    });
    return checks
      .filter(check => check.status === 'failed' && check.severity === 'error')
      .map(check => check.message[language?.startsWith('ja') ? 'ja' : 'en']);
  } catch (error) {
    const { message } = describeError(error);
    return [
      words?.ready ? words.t('check.notRun', { reason: message }) : message,
    ];
  }
}
