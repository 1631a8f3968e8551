import type { findEn } from './findEn';

/** Texts of the search in Japanese. */
export const findJa: Record<keyof typeof findEn, string> = {
  'find.label': 'データセット・列・保存済みクエリ・ダッシュボードを検索',
  'find.placeholder': 'データセット・列・保存済みクエリ・ダッシュボードを検索',
  'find.keys':
    '/ で検索欄へ移動、↓↑ で結果を選択、Enter で開く、Esc で消去できます。',
  'find.results': '検索結果',
  'find.more': 'さらに表示',
  'find.count_one': '{{shown}} 件',
  'find.count_other': '{{shown}} 件',
  'find.countAtLeast_one': '{{shown}} 件以上',
  'find.countAtLeast_other': '{{shown}} 件以上',
  'find.corrected': '「{{words}}」の検索結果を表示しています',
  'find.narrowedBy': '絞り込み条件（選ぶと解除します）',
  'find.clear': '絞り込みをすべて解除',
  'find.matchingColumns': '該当する列：',
  'find.moreColumns': ' ほか {{number}} 列',
  'find.inDataset': '所属データセット：',
  'find.reads': '使っているデータ：',
  'find.moreReads': ' ほか {{number}} 件',
  'find.toldBy': '取り込み元：{{source}}',

  'kind.dataset': 'データセット',
  'kind.column': '列',
  'kind.saved-query': '保存済みクエリ',
  'kind.dashboard': 'ダッシュボード',

  'freshness.day': '1 日以内',
  'freshness.week': '1 週間以内',
  'freshness.month': '1 か月以内',
  'freshness.older': 'それより前',
  'freshness.unknown': '不明',

  'facet.title': '絞り込み',
  'facet.kind': '種類',
  'facet.layer': 'レイヤー',
  'facet.domain': 'ドメイン',
  'facet.owner': 'オーナー',
  'facet.tier': '機密区分',
  'facet.source': '取り込み元',
  'facet.tag': 'タグ',
  'facet.freshness': '最新の行',
  'facet.all': '{{number}} 件すべて表示',
  'facet.less': '表示を減らす',

  'empty.words.title': '「{{words}}」に一致するものはありません',
  'empty.words.description':
    '別の言葉や言葉の一部でお試しください。必要なデータがまだない場合は、依頼できます。',
  'empty.narrowed.title': 'この条件に一致するものはありません',
  'empty.narrowed.description': '絞り込み条件を減らしてお試しください。',
  'empty.ask': 'データマートを依頼する',
  'empty.catalog.title': 'カタログはまだ空です',
  'empty.catalog.description':
    '取り込み元から情報が届くと、データセットがここに表示されます。',
  'empty.catalog.sources': '取り込み元を見る',
};
