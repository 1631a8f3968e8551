import { coreComponentsTranslationRef } from '@backstage/core-components/alpha';
import { createTranslationMessages } from '@backstage/frontend-plugin-api';

/** Japanese of Backstage's common components. */
export const coreComponentsJa = createTranslationMessages({
  ref: coreComponentsTranslationRef,
  full: true,
  messages: {
    'signIn.title': 'サインイン',
    'signIn.loginFailed': 'サインインできませんでした',
    'signIn.customProvider.title': 'カスタムユーザー',
    'signIn.customProvider.subtitle':
      'ユーザー ID と認証情報を入力してください。\n この選択は保存されません。',
    'signIn.customProvider.userId': 'ユーザー ID',
    'signIn.customProvider.tokenInvalid':
      'トークンが正しい OpenID Connect の JWT ではありません',
    'signIn.customProvider.continue': '続ける',
    'signIn.customProvider.idToken': 'ID トークン（任意）',
    'signIn.guestProvider.title': 'ゲスト',
    'signIn.guestProvider.subtitle':
      'ゲストとして入ります。\n 本人確認がないため、一部の機能は使えないことがあります。',
    'signIn.guestProvider.enter': '入る',
    skipToContent: '本文へ移動',
    'copyTextButton.tooltipText': 'コピーしました',
    'simpleStepper.reset': 'リセット',
    'simpleStepper.finish': '完了',
    'simpleStepper.next': '次へ',
    'simpleStepper.skip': 'スキップ',
    'simpleStepper.back': '戻る',
    'errorPage.subtitle': 'エラー {{status}}：{{statusMessage}}',
    'errorPage.title': '表示できませんでした',
    'errorPage.goBack': '戻る',
    'errorPage.showMoreDetails': '詳細を表示',
    'errorPage.showLessDetails': '詳細を隠す',
    'emptyState.missingAnnotation.title': 'アノテーションがありません',
    'emptyState.missingAnnotation.actionTitle':
      '次の例のように、YAML にアノテーションを追加してください：',
    'emptyState.missingAnnotation.readMore': '詳しく見る',
    'supportConfig.default.title': 'サポートの連絡先が設定されていません',
    'supportConfig.default.linkTitle':
      '設定に `app.support` を追加してください',
    'errorBoundary.title': '{{slackChannel}} までお問い合わせください。',
    'oauthRequestDialog.title': 'サインインが必要です',
    'oauthRequestDialog.authRedirectTitle':
      'OAuth のサインイン画面に移動します。',
    'oauthRequestDialog.login': 'サインイン',
    'oauthRequestDialog.rejectAll': 'すべて拒否',
    'oauthRequestDialog.message':
      '{{appTitle}} が {{provider}} の API と ID を使えるように、サインインしてください。',
    'supportButton.title': 'サポート',
    'supportButton.close': '閉じる',
    'table.filter.title': '絞り込み',
    'table.filter.clearAll': 'すべて解除',
    'table.filter.placeholder': 'すべて',
    'table.body.emptyDataSourceMessage': '表示するデータがありません',
    'table.pagination.firstTooltip': '最初のページ',
    'table.pagination.labelDisplayedRows': '{count} 件中 {from}～{to} 件',
    'table.pagination.labelRowsSelect': '件',
    'table.pagination.lastTooltip': '最後のページ',
    'table.pagination.nextTooltip': '次のページ',
    'table.pagination.previousTooltip': '前のページ',
    'table.toolbar.search': '絞り込み',
    'table.header.actions': '操作',
    'alertDisplay.message_one': '（ほかに新しいメッセージが {{ count }} 件）',
    'alertDisplay.message_other': '（ほかに新しいメッセージが {{ count }} 件）',
    'autoLogout.stillTherePrompt.title':
      '操作がないため、まもなくサインアウトします',
    'autoLogout.stillTherePrompt.buttonText': 'サインインを続ける',
    'dependencyGraph.fullscreenTooltip': '全画面表示の切り替え',
    'proxiedSignInPage.title':
      'サインインしていないようです。ページを再読み込みしてください。',
    'logViewer.downloadBtn.tooltip': 'ログをダウンロード',
    'logViewer.copyBtn.tooltip': 'ログをコピー',
    'logViewer.searchField.placeholder': '検索',
  },
});
