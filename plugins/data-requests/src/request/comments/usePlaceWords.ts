import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CommentAnchor } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../../translation/ref';

/** Puts the place of a comment into words. */
export function usePlaceWords(): (anchor: CommentAnchor) => string {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return ({ path, line, endLine = line }) => {
    if (line === undefined) {
      return path;
    }
    return line === endLine
      ? t('conversation.line', { path, line: String(line) })
      : t('conversation.lines', {
          path,
          from: String(line),
          to: String(endLine),
        });
  };
}
