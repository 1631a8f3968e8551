import type { guideEn } from './guideEn';

/** Texts of the guide and of the reader's own marts in Japanese. */
export const guideJa: Record<keyof typeof guideEn, string> = {
  'contributions.title': '作成したマート',
  'contributions.description':
    'あなたの依頼によって、みんなが使えるようになったデータです。',
  'contributions.byMonth': '月ごとの件数',
  'contributions.total_one': '作成したデータマート',
  'contributions.total_other': '作成したデータマート',
  'contributions.thisMonth': '今月',
  'contributions.since': '最初の1件',
  'contributions.list': 'あなたが作成したマート（新しい順）',
  'contributions.column.mart': 'データマート',
  'contributions.column.request': '依頼',
  'contributions.column.state': '状態',
  'contributions.column.owner': 'オーナー',
  'contributions.column.since': '時期',
  'contributions.notInCatalog': 'まだカタログにありません',
  'contributions.empty.title': '最初のデータマートがここに載ります',
  'contributions.empty.description':
    'あなたが依頼し、マージされたデータマートをここに数えます。どれもみんなが利用できます。',

  'guide.link': '初めて依頼する方へ',
  'guide.title': 'はじめてのデータマート',
  'guide.lead':
    '知りたいことはあなたが、コードはポータルが書きます。SQL も git も必要ありません。',
  'guide.steps.title': 'フォームの5つのステップ',
  'guide.steps.what.title': '知りたいことと目的を書く',
  'guide.steps.what.text':
    '知りたいことを自分の言葉で1つの問いにし、答えの用途を書きます。',
  'guide.steps.data.title': 'データを選ぶ',
  'guide.steps.data.text':
    '答えのもとになるデータセットを選びます。つなぎ方はフォームが示します。',
  'guide.steps.rows.title': '行と列を選ぶ',
  'guide.steps.rows.text':
    '1行が何を表すか、どの行を数えるか、どの数値が必要かを選びます。結果はその場でサンプル行として確認できます。',
  'guide.steps.meaning.title': '意味を書く',
  'guide.steps.meaning.text':
    'データマートと列の定義、オーナー、更新頻度、機密区分を決めます。',
  'guide.steps.check.title': '確認して送信する',
  'guide.steps.check.text':
    'チェックの結果、作成されるファイル、レビュー担当者を確認して送信します。',
  'guide.steps.note':
    '書いた内容は自動で保存されます。いつでも中断でき、あとから続きを書けます。',
  'guide.after.title': '送信したあとの流れ',
  'guide.after.checked.title': 'ポータルがプルリクエストを作成します',
  'guide.after.checked.text':
    'フォームで確認したファイルが、そのまま数秒で届きます。',
  'guide.after.reviewed.title': 'レビュー担当者が読みます',
  'guide.after.reviewed.text':
    '承認するか、分からない点や直してほしい点を行ごとにコメントします。',
  'guide.after.answered.title': 'あなたが対応します',
  'guide.after.answered.text':
    'コメントから1クリックで、フォームの該当項目に移動できます。提案はそのまま反映できます。修正の依頼はどのレビューにもあるもので、失敗ではありません。',
  'guide.after.merged.title': 'マージされ、作成されます',
  'guide.after.merged.text':
    'データマートがカタログに載り、「作成したマート」に加わります。',
  'guide.who.title': 'レビューする人',
  'guide.who.text':
    '変更されるファイルの担当としてリポジトリに書かれている人やグループ（データエンジニアと、ドメインのオーナー）です。送信する前にフォームで確認できます。自分の依頼を自分で承認することはできません。',
  'guide.time.title': 'かかる時間',
  'guide.time.median_one':
    'これまでにマージされた {{count}} 件では、送信から完了までの中央値は {{span}}です。',
  'guide.time.median_other':
    'これまでにマージされた {{count}} 件では、送信から完了までの中央値は {{span}}です。',
  'guide.time.unknown': 'マージされた依頼がまだないため、目安はありません。',
  'guide.time.each':
    '何を待っているか、誰の対応待ちかは、依頼のページにいつも表示されます。',
  'guide.criteria.title': 'レビューで見るところ',
  'guide.criteria.question': '問いと用途：ほかの人が読んでも分かりますか。',
  'guide.criteria.duplicate':
    '似たもの：すでにあるデータマートで足りませんか。',
  'guide.criteria.joins':
    '結合：抜け落ちる行や、二重に数えられる行はありませんか。',
  'guide.criteria.grain':
    '粒度：書かれた単位ごとに、ちょうど1行になっていますか。',
  'guide.criteria.definitions':
    '定義：何を数え、何を数えないかが書かれていますか。',
  'guide.criteria.tier':
    '機密区分：元のデータと同じか、それより高い区分になっていますか。',
  'guide.words.title': '知っておきたい8つの言葉',
  'guide.words.mart.word': 'データマート',
  'guide.words.mart.meaning': '問いに答えるために作るデータセットです。',
  'guide.words.dataset.word': 'データセット',
  'guide.words.dataset.meaning': '行と列からなる表やビューです。',
  'guide.words.grain.word': '粒度',
  'guide.words.grain.meaning': '1行が表すものです（例：ある店舗のある1日）。',
  'guide.words.measure.word': '指標',
  'guide.words.measure.meaning':
    '合計や件数のように、多くの行から計算する数値です。',
  'guide.words.tier.word': '機密区分',
  'guide.words.tier.meaning':
    'データの取り扱いの区分です（1 公開、2 社内、3 機密、4 極秘）。',
  'guide.words.owner.word': 'オーナー',
  'guide.words.owner.meaning': 'データセットに責任を持つグループです。',
  'guide.words.pullRequest.word': 'プルリクエスト',
  'guide.words.pullRequest.meaning':
    '反映する前に、読んでもらうために出す変更です。',
  'guide.words.merge.word': 'マージ',
  'guide.words.merge.meaning': '承認された変更を取り込み、反映することです。',
};
