import type { requestEn } from './requestEn';

/** Texts of a request's page in Japanese. */
export const requestJa: Record<keyof typeof requestEn, string> = {
  'next.title': '現在の状況',
  'next.progress': 'ポータルが処理しています',
  'next.slow':
    'いつもより時間がかかっています。処理は自動で続きます。このまま進まない場合は、データエンジニアにお知らせください。',
  'next.colon': '：',
  'next.since': 'いつから',
  'next.usually': '通常の目安',
  'next.usuallyFrom_one': '（{{count}} 件の実績から）',
  'next.usuallyFrom_other': '（{{count}} 件の実績から）',
  'next.whatHappened': '起きたこと',
  'next.conflictFiles': 'メインブランチでも変更されたファイル',
  'next.whomToAsk': '相談先：',
  'next.dataEngineers': '社内のデータエンジニア',
  'next.toComments_one': '{{count}} 件のコメントに対応する',
  'next.toComments_other': '{{count}} 件のコメントに対応する',
  'next.toFiles': 'ファイルを読む',
  'next.yourApprovalVoid':
    'あなたがコミット {{commit}} を承認したあとに依頼が変更されたため、その承認は無効になりました。',
  'next.approvalVoid':
    'コミット {{commit}} の承認のあとに依頼が変更されたため、その承認は無効になりました。改めてお願いする人：',
  'next.copy': 'コピーから始め直す',

  'next.draft': 'まだ送信されていません。',
  'next.draft.author': '続きを書いて送信してください。',
  'next.draft.reviewer': '送信されるまで、レビューするものはありません。',
  'next.draft.reader': '送信されると、レビュー担当者に届きます。',
  'next.checking': 'ポータルが依頼を確認し、プルリクエストを作成しています。',
  'next.checking.author':
    '数秒で終わります。結果は通知されるので、このページを離れてもかまいません。',
  'next.checking.reviewer':
    'プルリクエストが作成されると、レビューできるようになります。',
  'next.checking.reader':
    'プルリクエストが作成されると、レビュー担当者に届きます。',
  'next.in-review': 'レビュー担当者が変更を読み、承認するか修正を依頼します。',
  'next.in-review.author':
    'レビュー担当者が確認します。コメントが付くと通知されます。返信や依頼の修正はいつでもできます。',
  'next.in-review.reviewer':
    'ファイル、チェック、サンプル行を確認し、承認するか修正を依頼してください。',
  'next.in-review.reader':
    'レビュー担当者に通知済みです。やりとりを読んだり、参加したりできます。',
  'next.changes-requested': 'レビュー担当者から修正の依頼があります。',
  'next.changes-requested.author':
    'コメントごとに、フォームを修正する、提案を反映する、返信するのいずれかで対応してください。変更は同じプルリクエストに反映され、改めてレビューをお願いします。',
  'next.changes-requested.reviewer':
    '依頼者に通知済みです。次のコミットで改めてレビューをお願いします。',
  'next.changes-requested.reader':
    '依頼者に通知済みです。修正のあと、改めてレビューされます。',
  'next.approved': '承認されました。マージできます。',
  'next.approved.author':
    '行うことはありません。ここで依頼を修正すると、改めて承認が必要になります。',
  'next.approved.reviewer':
    'マージの権限がある人は、「マージする」でマージできます。',
  'next.approved.reader': 'マージできる人に通知済みです。',
  'next.merged':
    'メインブランチに入りました。データマートが作成され、カタログに載ります。',
  'next.merged.author':
    '行うことはありません。完成すると、このページにデータマートへのリンクが表示されます。',
  'next.merged.reviewer': 'レビューは完了しています。',
  'next.merged.reader':
    '完成すると、このページにデータマートへのリンクが表示されます。',
  'next.deployed': 'データマートが作成されました。ご利用いただけます。',
  'next.deployed.author':
    'あなたのデータマートを誰でも利用できるようになりました。待っている人に知らせましょう。',
  'next.deployed.reviewer': 'レビューは完了しています。',
  'next.deployed.reader': '内容はカタログのページで確認できます。',
  'next.granted': 'アクセス権が付与されました。',
  'next.granted.author': '今からデータを読むことができます。',
  'next.granted.reviewer': 'レビューは完了しています。',
  'next.granted.reader': '行うことはありません。',
  'next.expired': '期限どおりアクセス権が終了しました。',
  'next.expired.author': '引き続き必要な場合は、改めて依頼してください。',
  'next.expired.reviewer': 'レビューは完了しています。',
  'next.expired.reader': '行うことはありません。',
  'next.revoked': 'アクセス権が取り消されました。',
  'next.revoked.author':
    '理由は「やりとり」をご覧ください。引き続き必要な場合は、改めて依頼してください。',
  'next.revoked.reviewer': 'レビューは完了しています。',
  'next.revoked.reader': '行うことはありません。',
  'next.withdrawn':
    '依頼は取り下げられました。リポジトリは何も変更されていません。',
  'next.withdrawn.author':
    'やはり必要な場合は、コピーから始め直せます。フォームには前回の内容が入っています。',
  'next.withdrawn.reviewer': 'レビューするものはありません。',
  'next.withdrawn.reader': '同じデータが必要な場合は、コピーから依頼できます。',
  'next.lapsed': '長い間対応がなかったため終了しました。',
  'next.lapsed.author':
    'まだ必要な場合は、コピーから始め直せます。フォームには前回の内容が入っています。',
  'next.lapsed.reviewer':
    'レビューするものはありません。送信し直されたときに、改めてお願いします。',
  'next.lapsed.reader': '同じデータが必要な場合は、コピーから依頼できます。',
  'next.conflicted':
    'メインブランチの同じ箇所が変更されました。このままではマージできません。',
  'next.conflicted.author':
    '「もう一度試す」を押すと、最新のメインブランチの上に変更を作り直し、同じプルリクエストを更新します。レビューは改めてお願いします。解決しない場合は、依頼を修正してください。',
  'next.conflicted.reviewer':
    '依頼者に通知済みです。依頼者が変更を作り直すと、改めてレビューをお願いします。',
  'next.conflicted.reader':
    '依頼者に通知済みです。依頼者が変更を作り直せます。',
  'next.failed':
    '途中で失敗しました。内容は失われていません。もう一度お試しください。',
  'next.failed.author':
    'フォームの内容が原因の場合は依頼を修正し、名前がすでに使われている場合は取り下げてコピーから始め直してください。それ以外の場合は「もう一度試す」を押してください。繰り返し失敗する場合は、依頼番号 {{number}} を伝えてご相談ください。',
  'next.failed.reviewer':
    '依頼 {{number}} は依頼者がもう一度試せます。原因がリポジトリやポータルにある場合は、先に直してください。',
  'next.failed.reader': '依頼 {{number}} は依頼者がもう一度試せます。',

  'usually.draft': '{{span}}以内に下書きに戻ります',
  'usually.checking': '{{span}}以内に再確認されます',
  'usually.in-review': '{{span}}以内にレビューが始まります',
  'usually.changes-requested': '{{span}}以内に最初の修正依頼が届きます',
  'usually.approved': '{{span}}以内に承認されます',
  'usually.merged': '{{span}}以内にマージされます',
  'usually.deployed': '{{span}}以内に作成されます',
  'usually.granted': '{{span}}以内に付与されます',
  'usually.expired': '{{span}}以内に期限が切れます',
  'usually.revoked': '{{span}}以内に取り消されます',
  'usually.withdrawn': '{{span}}以内に取り下げられます',
  'usually.lapsed': '{{span}}以内に対応のないまま終了します',
  'usually.conflicted': '{{span}}以内にメインブランチと競合します',
  'usually.failed': '{{span}}以内に失敗します',

  'comment.thread': '依頼へのコメント',
  'comment.threadOn': '{{place}} へのコメント',
  'comment.on': '{{place}} へのコメントを書く',
  'comment.onLine': '{{line}} 行目へのコメントを書く',
  'comment.onLines': '{{from}}～{{to}} 行目へのコメントを書く',
  'comment.count_one': 'コメント {{count}} 件',
  'comment.count_other': 'コメント {{count}} 件',
  'comment.atCommit': 'コミット {{commit}}',
  'comment.send': 'コメントを送信',
  'comment.reply': '返信する',
  'comment.suggest': '変更を提案する',
  'comment.suggestNot': '提案をやめる',
  'comment.suggestion': 'これらの行の提案内容',
  'comment.suggested': '提案された変更',
  'comment.takesAway': 'これらの行を削除します。',
  'comment.apply': '反映してプルリクエストを更新',
  'comment.applyConfirm.title': 'この提案を反映しますか',
  'comment.applyConfirm.body':
    '提案された内容が、プルリクエストの新しいコミットになります。これまでの承認は無効になり、改めてレビューをお願いします。',
  'comment.applied': 'コミット {{commit}} で反映しました。',
  'comment.cannotApply':
    'その後これらの行が変更されたため、この提案は反映できません。',
  'comment.isApplied': '反映済み',
  'comment.isOutdated': '古いコメント：行が変更されています',
  'comment.changeInForm': 'フォームで修正する',
  'comment.filesMoved':
    '書き始めたあとにファイルが変更されました。対象の行が合っているかご確認ください。',
  'comment.placing': '以前のコミットへのコメントの位置を調べています…',
  'comment.elsewhere': '今の変更に含まれないファイルへのコメント',

  'commits.empty': 'コミットはまだありません',
  'commits.title_one': 'コミット {{count}} 件',
  'commits.title_other': 'コミット {{count}} 件（新しい順）',
  'commits.head': '最新',
  'commits.revision': 'フォームの第{{revision}}版からポータルが作成',
  'commits.origin.portal': 'フォームからポータルが作成',
  'commits.origin.suggestion': '提案の反映',
  'commits.origin.person': 'git で直接プッシュ',
  'commits.checksNamed': '{{summary}}（コミット {{commit}} のチェック）',
  'commits.count.passed_one': '合格 {{count}} 件',
  'commits.count.passed_other': '合格 {{count}} 件',
  'commits.count.warning_one': '注意 {{count}} 件',
  'commits.count.warning_other': '注意 {{count}} 件',
  'commits.count.failed_one': '不合格 {{count}} 件',
  'commits.count.failed_other': '不合格 {{count}} 件',
  'commits.count.notRun_one': '未実行 {{count}} 件',
  'commits.count.notRun_other': '未実行 {{count}} 件',
  'commits.noChecks.portal': 'このコミットのチェック結果は残っていません。',
  'commits.noChecks.other':
    'フォームから作成されていないコミットには、フォームのチェックは実行されません。',

  'effect.title': '2つのコミットの違い',
  'effect.description':
    '同じサンプル行を使い、それぞれのコミットで行を計算して比べます。',
  'effect.onlyOne':
    'コミットはまだ1件です。変更の内容は「ファイル」をご覧ください。',
  'effect.from': '比較元',
  'effect.to': '比較先',
  'effect.choice': '{{commit}} {{title}}（第{{revision}}版）',
  'effect.same': '同じコミットです。別のコミットを選んでください。',
  'effect.loading': '両方のコミットをサンプル行で計算しています…',
  'effect.columns': '列',
  'effect.noColumns':
    '一方のコミットがフォームから作成されていないため、列を比較できません。',
  'effect.sameColumns': '列に違いはありません。',
  'effect.column': '列',
  'effect.change': '違い',
  'effect.type': '型',
  'effect.column.added': '追加',
  'effect.column.removed': '削除',
  'effect.column.retyped': '型の変更',
  'effect.column.recalculated': '計算方法の変更',
  'effect.rows': '行',
  'effect.noRows': '行を比較できません。',
  'effect.rowCounts': '行数',
  'effect.before': '変更前',
  'effect.after': '変更後',
  'effect.sameRows': 'すべての行が同じです。',
  'effect.rowSummary':
    '追加 {{added}} 行、削除 {{removed}} 行、変更 {{changed}} 行',
  'effect.examples': '確認してほしい行',
  'effect.row.added': '追加',
  'effect.row.removed': '削除',
  'effect.row.changed': '変更',
  'effect.noFiles': 'ファイルに違いはありません。',

  'type.text': '文字列',
  'type.integer': '整数',
  'type.decimal': '小数',
  'type.boolean': 'はい／いいえ',
  'type.date': '日付',
  'type.timestamp': '日時',
  'type.unknown': '不明な型',

  'similar.title': '似ているデータマート',
  'similar.looksLike': '似ているもの：',
  'similar.request': '別の依頼',
  'similar.differs': '依頼者による違いの説明：',
  'similar.unsaid': '違いについての説明はありません。',
};
