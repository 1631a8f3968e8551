import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Draft } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../translation/ref';

/** What to call a draft: its mart's name, else its question, else that it has none. */
export function useDraftName(): (draft: Draft) => string {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return ({ spec }) =>
    spec.name.trim() || spec.question.trim() || t('drafts.unnamed');
}
