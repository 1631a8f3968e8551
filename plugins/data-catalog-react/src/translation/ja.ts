import type { en } from './en';

/** Every text of the components in Japanese. */
export const ja: Record<keyof typeof en, string> = {
  unknown: '未記入',
  separator: '、',
  colon: '：',

  'tier.1': '1 公開',
  'tier.2': '2 社内',
  'tier.3': '3 機密',
  'tier.4': '4 極秘',
  'tier.label': '機密区分：{{tier}}',

  'layer.raw': 'Raw（生データ）',
  'layer.staging': 'Staging（整形）',
  'layer.intermediate': 'Intermediate（中間）',
  'layer.mart': 'データマート',
  'layer.bi': 'BI',
  'layer.label': 'レイヤー：{{layer}}',

  'frequency.hourly': '毎時',
  'frequency.daily': '毎日',
  'frequency.weekly': '毎週',
  'frequency.monthly': '毎月',
  'frequency.on-demand': '必要なとき',

  'lifecycle.proposed': '提案中',
  'lifecycle.active': '利用中',
  'lifecycle.deprecated': '非推奨',

  'type.table': 'テーブル',
  'type.view': 'ビュー',
  'type.materialized-view': 'マテリアライズドビュー',
  'type.external-table': '外部テーブル',
  'type.seed': 'シード',
  'type.snapshot': 'スナップショット',
  'type.file': 'ファイル',
  'type.topic': 'トピック',

  'owner.label': 'オーナー',
  'owner.none': 'オーナー未設定',
  'owner.personal': 'グループではなく個人です',
  'domain.label': 'ドメイン',

  'definition.none': '定義はまだ書かれていません。',
  'definition.otherLanguage.en': '英語でのみ書かれています',
  'definition.otherLanguage.ja': '日本語でのみ書かれています',

  'summary.columns_one': '{{count}} 列',
  'summary.columns_other': '{{count}} 列',
  'summary.matching': '該当する列：',
  'summary.loaded': '最新の行：',

  'columns.caption': '{{name}} の列',
  'columns.filter': '列を絞り込む',
  'columns.filterHelp': '列名または定義で絞り込みます',
  'columns.count_one': '{{shown}} 列',
  'columns.count_other': '{{shown}} 列',
  'columns.found_one': '{{shown}} 列が該当',
  'columns.found_other': '{{shown}} 列が該当',
  'columns.none': '列の情報がありません',
  'columns.noneHelp':
    'このデータセットの列の情報は、まだどの取り込み元からも届いていません。',
  'columns.notFound': '「{{words}}」に一致する列はありません',
  'columns.clear': 'すべての列を表示',
  'columns.keys':
    '矢印キーで行を移動し、Enter で詳細を開きます。Home で先頭、End で末尾に移動します。',
  'columns.name': '列名',
  'columns.type': '型',
  'columns.definition': '定義',
  'columns.tier': '機密区分',
  'columns.tags': 'タグ',
  'columns.tests': 'テスト',
  'columns.nullable': '空の場合があります',
  'columns.required': '必ず値が入ります',
  'columns.definedBy': '定義の出典：{{source}}',
  'columns.loadingRow': '{{number}} 番目の列を読み込んでいます',
  'columns.edit': '{{name}} の定義を編集',

  'entity.title': 'データカタログの情報',
  'entity.open': 'データセットのページを開く',
};
