import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { useValueWords } from '../../words/useValueWords';

const PORTAL = 'portal';
const SHOWN_CHARS = 200;

/**
 * What a source says of a field that was written in the portal: what counts
 * again once the field is emptied.
 */
export function useSourceSays(
  dataset: Dataset,
): (field: string) => string | undefined {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const words = useValueWords();
  return field => {
    const [counts, next] = dataset.told[field] ?? [];
    return counts?.source === PORTAL && next
      ? t('edit.sourceSays', {
          source: next.source,
          text: words(field, next.value).slice(0, SHOWN_CHARS),
        })
      : undefined;
  };
}
