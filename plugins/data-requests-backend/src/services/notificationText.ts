import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { StoredRequest } from '../database/StoredRequest';

/**
 * What each state means to whoever is told of it. A notification has one text
 * for all readers, so it carries both languages.
 */
const MEANINGS: Partial<Record<RequestState, LocalizedText>> = {
  'in-review': {
    en: 'waits for a review',
    ja: 'レビューをお待ちしています',
  },
  'changes-requested': {
    en: 'needs changes',
    ja: '修正の依頼があります',
  },
  approved: { en: 'is approved', ja: '承認されました' },
  merged: { en: 'is merged', ja: 'マージされました' },
  deployed: { en: 'is ready to use', ja: 'ご利用いただけます' },
  withdrawn: { en: 'was withdrawn', ja: '取り下げられました' },
  conflicted: {
    en: 'conflicts with newer files',
    ja: '新しいファイルと競合しています',
  },
  failed: { en: 'could not be sent', ja: '送信できませんでした' },
};

/** `undefined` for a state that nobody needs to be told of. */
export function notificationText(
  request: StoredRequest,
): { title: string; description?: string } | undefined {
  const meaning = MEANINGS[request.state];
  return (
    meaning && {
      title: `${request.name} ${meaning.en} / ${request.name}: ${meaning.ja}`,
      description: request.stateReason ?? request.title,
    }
  );
}
