/** Japanese texts of the shared components. */
export default {
  loading: '読み込んでいます…',
  'denied.title': '表示する権限がありません',
  'denied.what': '次の権限がありません：{{what}}',
  'denied.cure': '業務で必要な場合は、社内のデータエンジニアにご相談ください。',
  'error.title.unknown': '問題が発生しました',
  'error.title.network': 'ポータルに接続できませんでした',
  'error.title.unauthorized': 'セッションの有効期限が切れました',
  'error.title.forbidden': 'この操作を行う権限がありません',
  'error.title.notFound': '見つかりませんでした',
  'error.title.conflict': '他の変更が先に保存されています',
  'error.title.invalid': '入力内容を受け付けられませんでした',
  'error.title.tooMany': 'リクエストが集中しています',
  'error.title.server': 'ポータルで問題が発生しました',
  'error.cure.unknown':
    'もう一度お試しください。解決しない場合はデータエンジニアにお知らせください。',
  'error.cure.network': '接続を確認してから、もう一度お試しください。',
  'error.cure.unauthorized':
    '別のタブでサインインし直してから、この画面でもう一度お試しください。',
  'error.cure.forbidden': 'データエンジニアに権限の付与をご依頼ください。',
  'error.cure.notFound':
    '削除または名前が変更された可能性があります。前の画面に戻ってお試しください。',
  'error.cure.conflict': '最新の状態を読み込んでから、もう一度お試しください。',
  'error.cure.invalid':
    'メッセージに示された箇所を修正してから、もう一度お試しください。',
  'error.cure.tooMany': '少し待ってから、もう一度お試しください。',
  'error.cure.server':
    '少し待ってから、もう一度お試しください。解決しない場合はデータエンジニアにお知らせください。',
  'error.where': '発生箇所',
  'error.retry': 'もう一度試す',
  'diff.before': '変更前：{{path}}',
  'diff.after': '変更後：{{path}}',
  'diff.changes': '{{path}} の変更内容',
  'diff.code': 'コード',
  'diff.unchanged': '変更のない {{lines}} 行',
  'diff.controlCharacter': '見えない文字',
  'diff.noteOnLine': '{{line}} 行目にコメント：{{text}}',
};
