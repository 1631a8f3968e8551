import type { en } from './en';

/** Texts of this app in Japanese. */
export const ja: Record<keyof typeof en, string> = {
  'nav.home': 'ホーム',
  'nav.dataCatalog': 'データカタログ',
  'nav.dataRequests': 'データ依頼',
  'nav.catalog': 'カタログ',
  'nav.create': '作成',
  'nav.search': '検索',
  'nav.notifications': '通知',
  'nav.unreadNotifications': '通知（{{unread}}）',
  'nav.settings': '設定',
  'nav.menu': 'メニュー',
  'nav.logoLabel': 'Suido ホームへ',
  'nav.signOut': 'サインアウト',

  'title.catalog': 'カタログ',
  'title.columns': '列',
  'title.create': '作成',
  'title.settings': '設定',
  'title.search': '検索',
  'title.notifications': '通知',
  'title.templates': 'テンプレート',
  'title.tasks': 'タスク',
  'title.actions': 'アクション',
  'title.templateEditor': 'テンプレートエディター',
  'title.templatingExtensions': 'テンプレート拡張',
  'title.general': '一般',
  'title.authProviders': 'サインイン方法',
  'title.featureFlags': '機能フラグ',
  'title.overview': '概要',

  'language.label': '言語',
  'language.en': 'English',
  'language.ja': '日本語',

  'error.title': 'この部分を表示できませんでした',
  'error.cure':
    'ほかの画面はお使いいただけます。もう一度お試しください。解決しない場合は、下の内容をポータルの管理者にお知らせください。',
  'error.retry': 'もう一度試す',
  'error.notFound': 'このアドレスにページはありません',
  'error.notFoundCure': 'アドレスが古いか、間違っている可能性があります。',
  'error.toHome': 'ホームへ',

  'signIn.title': 'Suido（水道）',
  'signIn.tagline': 'データを見つける。依頼する。信頼して使う。',
  'signIn.demo.title': 'デモ会社に入る人を選んでください',
  'signIn.demo.note':
    '港商店は架空の会社ですが、動きは本物です。依頼はプルリクエストになり、マージするとデータマートが作成されます。',
  'signIn.demo.entering': '{{name}}としてサインインしています…',
  'signIn.real.title': 'サインイン',
  'signIn.real.github': 'GitHub でサインイン',
  'signIn.real.githubNote': '会社の GitHub アカウントを使います。',
  'signIn.real.oidc': '会社のアカウントでサインイン',
  'signIn.real.oidcNote': '会社のサインイン画面に移動します。',
  'signIn.failed': 'サインインできませんでした',
  'signIn.failedCure':
    'もう一度選んでください。解決しない場合は、下の内容をポータルの管理者にお知らせください。',
  'signIn.none.title': 'サインイン方法が設定されていません',
  'signIn.none.cure':
    '設定の suido.signIn.providers に追加するよう、管理者にご依頼ください。',

  'home.greeting': '{{name}}さん、こんにちは',
  'home.greetingPlain': 'こんにちは',
  'home.lead.member':
    '必要なデータを教えてください。ほかの人も使えるデータマートとしてお届けします。',
  'home.lead.data-engineer': 'レビュー待ちの依頼から表示しています。',
  'home.lead.team-lead': 'チームの依頼と、届いたデータを確認できます。',
  'home.lead.leadership': 'データ依頼の状況を確認できます。',
  'home.browse': 'データを探す',
  'home.shortcuts': 'ここから始める',
  'home.team.title': 'あなたのチーム',
  'home.team.description': 'メンバーと、チームが持つデータです。',
  'home.start.title': 'はじめに',
  'home.start.description': 'まだ誰も依頼していません。次のように進みます。',
  'home.start.step1.title': '見つける',
  'home.start.step1.text': '近いデータがないか、カタログで探します。',
  'home.start.step2.title': '依頼する',
  'home.start.step2.text':
    '5つの短いステップで記入します。サンプル行がすぐに表示され、SQL は必要ありません。',
  'home.start.step3.title': 'レビューする',
  'home.start.step3.text':
    'プルリクエストになり、データエンジニアがこの画面で確認してマージします。',
  'home.start.step4.title': '使う',
  'home.start.step4.text':
    'データマートが作成され、オーナー・用途・更新頻度とともにカタログに載ります。',
};
