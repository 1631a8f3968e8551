/** A word of the field in both languages, however people write it. */
export interface Concept {
  /** How it is shown. */
  readonly en: string;
  readonly ja: string;
  /** English words, as {@link stemOf} leaves them. */
  readonly words: readonly string[];
  /** Japanese words, in hiragana where they are kana. */
  readonly terms: readonly string[];
}

/**
 * Common words of marts, so that a request in one language finds a mart that
 * is described in the other. Names of products and people need no entry: they
 * are written the same, or are of one language only.
 */
export const CONCEPTS: readonly Concept[] = [
  concept(
    'sales',
    '売上',
    'sale sell sold revenue turnover',
    '売上 売り上げ 販売',
  ),
  concept('amount', '金額', 'amount', '金額'),
  concept('profit', '利益', 'profit margin', '利益 粗利 まーじん'),
  concept('cost', '費用', 'cost expense', '費用 原価 こすと 経費'),
  concept('price', '価格', 'price', '価格 値段 単価 定価'),
  concept('discount', '値引き', 'discount', '値引 割引'),
  concept('budget', '予算', 'budget', '予算'),
  concept('order', '注文', 'order', '注文 受注 おーだー'),
  concept('purchase', '購入', 'purchase buy bought', '購入 購買'),
  concept('return', '返品', 'return refund', '返品 返金'),
  concept('payment', '支払い', 'payment pay paid', '支払 決済'),
  concept('invoice', '請求', 'invoice billing', '請求'),
  concept('customer', '顧客', 'customer client', '顧客 お客様 得意先'),
  concept('member', '会員', 'member', '会員 めんばー'),
  concept('user', 'ユーザー', 'user', 'ゆーざ 利用者'),
  concept('employee', '社員', 'employee staff', '社員 従業員 すたっふ'),
  concept('store', '店舗', 'store shop', '店舗 店別 各店 しょっぷ'),
  concept('region', '地域', 'region area', '地域 えりあ'),
  concept('prefecture', '都道府県', 'prefecture', '都道府県'),
  concept('product', '商品', 'product item', '商品 製品 品目'),
  concept('category', 'カテゴリー', 'category', 'かてごり 分類'),
  concept('inventory', '在庫', 'inventory stock', '在庫'),
  concept('quantity', '数量', 'quantity', '数量 個数'),
  concept('delivery', '配送', 'delivery shipping shipment', '配送 出荷 発送'),
  concept('supplier', '仕入先', 'supplier vendor', '仕入'),
  concept('campaign', '施策', 'campaign promotion', '施策 きゃんぺーん 販促'),
  concept('advertising', '広告', 'advertising advertisement ad', '広告'),
  concept('channel', 'チャネル', 'channel', 'ちゃねる 媒体'),
  concept('website', 'サイト', 'website site web', 'さいと うぇぶ'),
  concept('visit', '訪問', 'visit visitor', '訪問 来店 来訪'),
  concept('session', 'セッション', 'session', 'せっしょん'),
  concept('conversion', 'コンバージョン', 'conversion', 'こんばーじょん 成約'),
  concept('retention', '継続', 'retention', '継続 りてんしょん'),
  concept('churn', '解約', 'churn cancellation', '解約 離脱'),
  concept('contract', '契約', 'contract subscription', '契約'),
  concept(
    'inquiry',
    '問い合わせ',
    'inquiry enquiry ticket',
    '問い合わせ 問合せ',
  ),
  concept('forecast', '予測', 'forecast prediction', '予測 見込'),
  concept('trend', '推移', 'trend', '推移 とれんど 傾向'),
  concept('ranking', 'ランキング', 'ranking rank', 'らんきんぐ らんく 順位'),
  concept('rate', '率', 'rate ratio', '割合 比率'),
  concept('average', '平均', 'average mean', '平均'),
  concept('total', '合計', 'total sum', '合計 総計'),
  concept('new', '新規', 'new', '新規'),
  concept('hourly', '時間別', 'hourly hour', '時間別 毎時 時間帯'),
  concept('daily', '日次', 'daily day', '日次 日別 毎日 日ごと'),
  concept('weekly', '週次', 'weekly week', '週次 週別 毎週 週ごと'),
  concept('monthly', '月次', 'monthly month', '月次 月別 毎月 月ごと 月間'),
  concept('quarterly', '四半期', 'quarterly quarter', '四半期'),
  concept('yearly', '年次', 'yearly year annual', '年次 年別 毎年 年ごと 年間'),
];

function concept(
  en: string,
  ja: string,
  words: string,
  terms: string,
): Concept {
  return { en, ja, words: words.split(' '), terms: terms.split(' ') };
}
