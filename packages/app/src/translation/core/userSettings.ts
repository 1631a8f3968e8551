import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';

/** Japanese of the settings page. */
export const userSettingsJa = createTranslationMessages({
  ref: userSettingsTranslationRef,
  full: true,
  messages: {
    'languageToggle.title': '言語',
    'languageToggle.description': '表示する言語を変更します',
    'languageToggle.select': '言語を {{language}} にする',
    'themeToggle.title': 'テーマ',
    'themeToggle.description': '画面の明るさを変更します',
    'themeToggle.select': '{{theme}} にする',
    'themeToggle.selectAuto': '自動にする',
    'themeToggle.names.light': 'ライト',
    'themeToggle.names.dark': 'ダーク',
    'themeToggle.names.auto': '自動',
    'signOutMenu.title': 'サインアウト',
    'signOutMenu.moreIconTitle': 'その他',
    'pinToggle.title': 'サイドバーを固定',
    'pinToggle.description': 'サイドバーを開いたままにします',
    'pinToggle.switchTitles.unpin': 'サイドバーの固定を解除',
    'pinToggle.switchTitles.pin': 'サイドバーを固定',
    'pinToggle.ariaLabelTitle': 'サイドバー固定の切り替え',
    'identityCard.title': 'ポータルでの ID',
    'identityCard.noIdentityTitle': 'ポータルでの ID がありません',
    'identityCard.userEntity': 'ユーザー',
    'identityCard.ownershipEntities': '所属と所有',
    'defaultProviderSettings.description':
      '{{provider}} の API と ID を使うための認証です',
    'emptyProviders.title': '認証方法がありません',
    'emptyProviders.description':
      '認証方法を追加すると、ほかのサービスに本人として接続できます。',
    'emptyProviders.action.title':
      'app-config.yaml を開き、次のように変更してください：',
    'emptyProviders.action.readMoreButtonTitle': '詳しく見る',
    'providerSettingsItem.title.signIn': '{{title}} にサインイン',
    'providerSettingsItem.title.signOut': '{{title}} からサインアウト',
    'providerSettingsItem.buttonTitle.signIn': 'サインイン',
    'providerSettingsItem.buttonTitle.signOut': 'サインアウト',
    'authProviders.title': '使える認証方法',
    'defaultSettingsPage.tabsTitle.general': '一般',
    'defaultSettingsPage.tabsTitle.authProviders': '認証方法',
    'defaultSettingsPage.tabsTitle.featureFlags': '機能フラグ',
    'featureFlags.title': '機能フラグ',
    'featureFlags.description':
      '機能フラグを切り替えたら、ページを再読み込みしてください',
    'featureFlags.emptyFlags.title': '機能フラグはありません',
    'featureFlags.emptyFlags.description':
      '機能フラグは、プラグインが用意した新機能を試すための仕組みです。',
    'featureFlags.emptyFlags.action.title':
      '機能フラグを追加する例は次のとおりです：',
    'featureFlags.emptyFlags.action.readMoreButtonTitle': '詳しく見る',
    'featureFlags.filterTitle': '絞り込み',
    'featureFlags.clearFilter': '絞り込みを解除',
    'featureFlags.flagItem.title.disable': '無効にする',
    'featureFlags.flagItem.title.enable': '有効にする',
    'featureFlags.flagItem.subtitle.registeredInApplication':
      'アプリに登録されています',
    'featureFlags.flagItem.subtitle.registeredInPlugin':
      'プラグイン {{pluginId}} に登録されています',
    'settingsLayout.title': '設定',
    sidebarTitle: '設定',
    'profileCard.title': 'プロフィール',
    'appearanceCard.title': '表示',
  },
});
