import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { usePlaceWords } from '../comments/usePlaceWords';

const SHORT_SHA_LENGTH = 7;

/** The first digits of a commit id, as git shows them. */
export function shortSha(sha: string): string {
  return sha.slice(0, SHORT_SHA_LENGTH);
}

/** Puts what happened into words that follow the name of who did it. */
export function useTimelineWords(): (entry: TimelineEntry) => string {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const place = usePlaceWords();
  return entry => {
    switch (entry.type) {
      case 'submitted':
        return entry.revision > 1
          ? t('conversation.resubmitted', { revision: String(entry.revision) })
          : t('conversation.submitted');
      case 'state-changed':
        return t('conversation.state', {
          from: t(`state.${entry.from}`),
          to: t(`state.${entry.to}`),
        });
      case 'proposed':
        return t('conversation.proposed', { number: `#${entry.number}` });
      case 'updated':
        return t('conversation.updatedTo', {
          revision: String(entry.revision),
          commit: shortSha(entry.headSha),
        });
      case 'suggestion-applied':
        return t('conversation.suggestionApplied', {
          commit: shortSha(entry.headSha),
        });
      case 'commented':
        return entry.anchor
          ? t('conversation.commentedOn', { place: place(entry.anchor) })
          : t('conversation.commented');
      case 'reviewed':
        return t(
          entry.verdict === 'approve'
            ? 'conversation.approved'
            : 'conversation.requestedChanges',
          { commit: shortSha(entry.headSha) },
        );
      default:
        return t('conversation.merged', { commit: shortSha(entry.mergeSha) });
    }
  };
}
