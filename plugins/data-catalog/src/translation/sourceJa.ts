import type { sourceEn } from './sourceEn';

/** Texts of the sources of metadata in Japanese. */
export const sourceJa: Record<keyof typeof sourceEn, string> = {
  'sources.caption': 'メタデータの取り込み元',
  'sources.column.title': '取り込み元',
  'sources.column.kind': '種類',
  'sources.column.datasets': 'データセット数',
  'sources.column.lastRun': '直近の読み込み',
  'sources.column.lastApplied': '直近の反映',
  'sources.never': 'まだありません',
  'sources.empty.title': '取り込み元が設定されていません',
  'sources.empty.description':
    '設定の dataCatalog に取り込み元を追加するか、スナップショットを送信してください。',

  'source.unknown': '取り込み元「{{id}}」はありません',
  'source.unknownHelp': '設定から削除された可能性があります。',
  'source.facts': '{{kind}} · データセット数：{{datasets}}',
  'source.readAgain': 'もう一度読み込む',
  'source.runs': '読み込みの一覧（新しい順）',
  'source.noRuns': 'この取り込み元はまだ読み込まれていません',
  'source.noRunsHelp':
    '読み込み・採用・除外したレコードの件数がここに表示されます。',
  'source.done.readAgain': 'まもなく読み込みを始めます。',
  'source.done.release': '反映を許可しました。まもなくカタログに反映されます。',

  'run.state.running': '読み込み中',
  'run.state.applied': '反映済み',
  'run.state.unchanged': '変更なし',
  'run.state.held': '保留中',
  'run.state.failed': '失敗',
  'run.mode.full': '全件',
  'run.mode.delta': '差分のみ',
  'run.takenAt': '取り込み元の時点：',
  'run.changed':
    'データセットの追加：{{added}} · 変更：{{changed}} · 削除：{{removed}}',
  'run.wouldChange':
    '反映した場合の追加：{{added}} · 変更：{{changed}} · 削除：{{removed}}',
  'run.held.title': 'この読み込みは保留されています',
  'run.held.body':
    '設定された割合を超えて削除されるため、カタログにはまだ反映していません。',
  'run.held.whoDecides': '反映するかどうかはデータエンジニアが判断します。',
  'run.release.action': '反映する',
  'run.release.title': 'この読み込みを反映しますか',
  'run.release.body':
    'カタログから {{number}} 件のデータセットがなくなります。取り込み元に欠けがないか、先にご確認ください。',

  'report.read': '読み込み',
  'report.kept': '採用',
  'report.repaired': '修復',
  'report.refused': '除外',
  'report.reasons': '修復・除外の理由',
  'report.outcome.repaired': '修復 {{number}} 件',
  'report.outcome.refused': '除外 {{number}} 件',
  'report.outcome.left-out': '対象外 {{number}} 件',
  'report.outcome.note': '注記 {{number}} 件',
  'report.examples': '該当箇所の例',
};
