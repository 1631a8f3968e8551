import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { RequestNotice } from '../database/RequestNotice';
import type { StoredRequest } from '../database/StoredRequest';

/** What a notification shows. */
export interface NotificationText {
  readonly title: string;
  readonly description?: string;
}

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

const NOTICES: Record<RequestNotice['kind'], LocalizedText> = {
  commented: {
    en: 'has a new comment',
    ja: '新しいコメントがあります',
  },
  'suggestion-applied': {
    en: 'has your suggestion in it now',
    ja: 'ご提案が反映されました',
  },
  'approval-voided': {
    en: 'changed after your approval; please look at it again',
    ja: '承認後に変更がありました。もう一度ご確認ください',
  },
};

/** `undefined` for a state that nobody needs to be told of. */
export function notificationText(
  request: StoredRequest,
): NotificationText | undefined {
  const meaning = MEANINGS[request.state];
  return (
    meaning && {
      title: titleOf(request, meaning),
      description: request.stateReason ?? request.title,
    }
  );
}

/** Of what concerns certain people beside a change of state. */
export function noticeText(
  request: StoredRequest,
  kind: RequestNotice['kind'],
): NotificationText {
  return {
    title: titleOf(request, NOTICES[kind]),
    description: request.title,
  };
}

function titleOf({ name }: StoredRequest, { en, ja }: LocalizedText): string {
  return `${name} ${en} / ${name}: ${ja}`;
}
