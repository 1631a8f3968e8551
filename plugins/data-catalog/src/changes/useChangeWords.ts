import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DatasetChange } from '@suido/backstage-plugin-data-catalog-common';
import { dataCatalogTranslationRef } from '../translation/ref';
import { useValueWords } from '../words/useValueWords';

/** Puts a change into a sentence. */
export function useChangeWords(): (change: DatasetChange) => string {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const words = useValueWords();
  return change => {
    const { type, column = '' } = change;
    const before = words(type, change.before);
    const after = words(type, change.after);
    switch (type) {
      case 'dataset-added':
      case 'dataset-removed':
      case 'dataset-returned':
        return t(`change.${type}`);
      case 'column-added':
        return after
          ? t('change.column-added.typed', { column, type: after })
          : t('change.column-added.plain', { column });
      case 'column-dropped':
        return t('change.column-dropped', { column });
      case 'column-retyped':
        return t('change.column-retyped', { column, before, after });
      case 'column-definition':
        return t(`change.column-definition.${howOf(before, after)}`, {
          column,
        });
      case 'definition':
      case 'purpose':
        return t(`change.${type}.${howOf(before, after)}`);
      default: {
        const what = t(`change.what.${type}`);
        return t(`change.value.${howOf(before, after)}`, {
          what,
          before,
          after,
        });
      }
    }
  };
}

/** Whether a change is told best by its texts, shown below it. */
export function hasTexts({ type }: DatasetChange): boolean {
  return ['definition', 'purpose', 'column-definition'].includes(type);
}

function howOf(before: string, after: string) {
  if (!before) {
    return 'set';
  }
  return after ? 'changed' : 'removed';
}
