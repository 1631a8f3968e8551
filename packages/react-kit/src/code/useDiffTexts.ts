import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { reactKitTranslationRef } from '../translation';

const LINE_TEXT_LENGTH = 80;

/** The words of a difference, the same object until the language changes. */
export function useDiffTexts(path: string) {
  const { t } = useTranslationRef(reactKitTranslationRef);
  return useMemo(
    () => ({
      names: {
        before: t('diff.before', { path }),
        after: t('diff.after', { path }),
        changes: t('diff.changes', { path }),
      },
      phrases: {
        '$ unchanged lines': t('diff.unchanged', { lines: '$' }),
        'Control character': t('diff.controlCharacter'),
      },
      lineName: (line: number, text: string) =>
        t('diff.noteOnLine', {
          line: String(line),
          text: text.trim().slice(0, LINE_TEXT_LENGTH),
        }),
    }),
    [t, path],
  );
}
