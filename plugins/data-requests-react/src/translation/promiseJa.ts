/** Japanese texts of partition, exposure and the check from sample rows. */
export const promiseJa = {
  'partition.title': '行をどのように分けて置きますか？',
  'partitionHelp.partitions':
    'このデータウェアハウスは、日や月ごとに行を分けて置くことができます。クエリは必要な部分だけを読みます。',
  'partitionHelp.clusters':
    'このデータウェアハウスは、同じ日や月の行を近くに置くことができます。クエリは関係のない行の大半を読み飛ばします。',
  'partitionHelp.none':
    'このデータウェアハウスには行を分けて置く仕組みがなく、どれを選んでもクエリはマート全体を読みます。選択内容は、仕組みのある環境へ移るときのためにリポジトリに記録されます。',
  'partition.column': '分ける基準の列',
  'partition.none': '分けない',
  'partition.noneEffect':
    'どのクエリもマート全体を読みます。行が少ないマートに適しています。',
  'partition.noDates': '分ける基準にできる日付や日時の列がありません。',
  'partition.grain': '分ける単位',
  'partition.recommended':
    '選択内容からのおすすめ：{{column}} を {{grain}}ごとに分ける',
  'partition.useRecommended': 'これにする',
  'partition.isRecommended': '更新頻度に合っています。',
  'partition.tooFine': 'この列は {{grain}}単位の値だけを持ちます',
  'partitionGrain.day': '日',
  'partitionGrain.month': '月',
  'partitionGrain.year': '年',
  'partitionNoun.day': '日',
  'partitionNoun.month': '月',
  'partitionNoun.year': '年',
  'partitionEffect.day':
    '1日分のクエリは、その日の行だけを読みます。毎日更新するマートに適しています。',
  'partitionEffect.month':
    '1か月分のクエリは、その月の行だけを読みます。月単位で見るマートに適しています。',
  'partitionEffect.year':
    '1年分のクエリは、その年の行だけを読みます。1年あたりの行が少ないマートに適しています。',
  'unitTest.title': 'サンプル行での数値の確認',
  'unitTest.help':
    'サンプル行の一部から、マートがどのような行になるかを計算して表示します。正しいと確認した数値は、今後マートを変更するたびに確認されます。',
  'unitTest.make': 'サンプル行から確認を作成',
  'unitTest.making': '作成しています…',
  'unitTest.needsColumns': '先にマートの列を選んでください。',
  'unitTest.unavailable': 'サンプル行から確認を作成できません',
  'unitTest.given': '{{source}} の次の行から',
  'unitTest.expected': 'マートの次の行ができます',
  'unitTest.noRows': '行なし',
  'unitTest.confirm': 'この数値は正しい',
  'unitTest.confirmed': 'マートの確認として保存されています。',
  'unitTest.notYet':
    'まだ保存されていません。数値を確かめてから、チェックを入れてください。',
  'unitTest.changed':
    '計算した後にマートが変更されました。もう一度作成してください。',
  'unitTest.outdated': 'この確認は現在のマートに合っていません',
  'unitTest.renew': 'サンプル行から作り直す',
  'unitTest.remove': '確認を外す',
  'unitTest.table': '{{name}} の行',
};
