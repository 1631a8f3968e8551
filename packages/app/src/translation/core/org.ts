import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { orgTranslationRef } from '@backstage/plugin-org/alpha';

/** Japanese of the pages of people and groups. */
export const orgJa = createTranslationMessages({
  ref: orgTranslationRef,
  full: true,
  messages: {
    'groupProfileCard.groupNotFound': 'グループが見つかりません',
    'groupProfileCard.editIconButtonTitle': 'メタデータを編集',
    'groupProfileCard.refreshIconButtonTitle': '更新を予約',
    'groupProfileCard.refreshIconButtonAriaLabel': '更新',
    'groupProfileCard.listItemTitle.entityRef': '識別名',
    'groupProfileCard.listItemTitle.email': 'メール',
    'groupProfileCard.listItemTitle.parentGroup': '親グループ',
    'groupProfileCard.listItemTitle.childGroups': '子グループ',
    'membersListCard.cardLabel': '{{memberName}} のページ',
    'membersListCard.title': '{{groupName}} のメンバー',
    'membersListCard.noMembersDescription':
      'このグループにメンバーはいません。',
    'membersListCard.noSearchResult':
      '「{{searchTerm}}」に一致するメンバーはいません。',
    'membersListCard.aggregateMembersToggle.label': 'サブグループを含める',
    'ownershipCard.title': '所有',
    'ownershipCard.aggregateRelationsToggle.label': '間接的な所有を含める',
    'userProfileCard.userNotFound': 'ユーザーが見つかりません',
    'userProfileCard.editIconButtonTitle': 'メタデータを編集',
    'userProfileCard.listItemTitle.email': 'メール',
    'userProfileCard.listItemTitle.memberOf': '所属',
    'userProfileCard.moreGroupButtonTitle': '…ほか（{{number}}）',
    'userProfileCard.allGroupDialog.title': '{{name}} のすべての所属：',
    'userProfileCard.allGroupDialog.closeButtonTitle': '閉じる',
  },
});
