import {
  foldText,
  readQuery,
  stemOf,
  type QueryTerm,
} from '@suido/search-text';

/**
 * Words of data practice that mean the same, in both languages. Small on
 * purpose: a company's own words belong into its configuration.
 */
const COMMON: readonly (readonly string[])[] = [
  ['売上', '売り上げ', 'sales', 'revenue'],
  ['粗利', 'gross profit', 'margin'],
  ['顧客', '得意先', 'customer', 'client'],
  ['会員', 'member'],
  ['利用者', 'ユーザー', 'user'],
  ['注文', '受注', 'order'],
  ['商品', '品目', 'product', 'item'],
  ['店舗', '店', 'store', 'shop'],
  ['在庫', 'stock', 'inventory'],
  ['請求', 'invoice', 'billing'],
  ['支払', '決済', 'payment'],
  ['価格', '単価', 'price'],
  ['費用', 'コスト', 'cost', 'expense'],
  ['数量', 'quantity', 'qty'],
  ['金額', 'amount'],
  ['従業員', '社員', 'employee', 'staff'],
  ['部門', '部署', 'department', 'division'],
  ['取引', 'transaction'],
  ['返品', 'return'],
  ['割引', '値引', 'discount'],
  ['クーポン', 'coupon'],
  ['広告', 'advertisement', 'ads'],
  ['流入', 'アクセス', 'traffic', 'visit'],
  ['解約', '退会', 'チャーン', 'churn'],
  ['継続', 'リテンション', 'retention'],
  ['契約', 'contract', 'subscription'],
  ['国', 'country'],
  ['地域', 'region', 'area'],
  ['都道府県', 'prefecture'],
  ['住所', 'address'],
  ['電話番号', 'phone', 'tel'],
  ['メール', 'email', 'mail'],
  ['氏名', '名前', 'name'],
  ['生年月日', 'birth date', 'birthday'],
  ['性別', 'gender', 'sex'],
  ['端末', 'デバイス', 'device'],
  ['言語', 'language', 'locale'],
  ['日付', 'date'],
  ['日時', 'timestamp', 'datetime'],
  ['日次', '日別', 'デイリー', 'daily'],
  ['週次', '週別', 'weekly'],
  ['月次', '月別', 'マンスリー', 'monthly'],
  ['年次', '年別', 'yearly', 'annual'],
  ['件数', '回数', 'count'],
  ['平均', 'average', 'avg', 'mean'],
  ['合計', 'total', 'sum'],
  ['割合', '比率', 'ratio', 'rate'],
  ['集計', 'aggregate', 'summary'],
  ['履歴', 'history'],
  ['イベント', 'event'],
  ['ログ', 'log'],
  ['エラー', 'error'],
  ['検索', 'search'],
  ['指標', 'メトリクス', 'metric', 'kpi'],
  ['目標', 'goal', 'target'],
  ['実績', 'actual', 'result'],
  ['予測', 'forecast', 'prediction'],
  ['品質', 'quality'],
  ['マスタ', 'master', 'dimension'],
  ['明細', 'detail', 'line'],
];

/** Ways to say several words that are tried. */
const MOST_OPTIONS = 24;
/** What may stand between Japanese words without changing what is asked for. */
const GLUE = /[のとや・別毎]|ごと/gu;

/** Finds what else people call things. */
export class Synonyms {
  readonly #groups = new Map<string, Set<readonly string[]>>();

  /** @param own - further groups of words, such as a company's own */
  constructor(own: readonly (readonly string[])[] = []) {
    for (const group of [...COMMON, ...own]) {
      for (const word of group) {
        const key = keyOf(word);
        const groups = this.#groups.get(key) ?? new Set();
        this.#groups.set(key, groups.add(group));
      }
    }
  }

  /** What can stand for a term: each one or more terms together. */
  of(term: QueryTerm): QueryTerm[][] {
    const [first] = term.words;
    const words =
      term.words.length === 1 && first.isJapanese
        ? this.#split(first.text)
        : term.words.map(({ text }) => text);
    const options = words.map(word => this.#others(word));
    if (options.every(others => others.length === 0)) {
      return [];
    }
    // Word by word: of several only one is said differently, or all are.
    return product(words.map((word, index) => [word, ...options[index]]))
      .filter(chosen => chosen.some((word, index) => word !== words[index]))
      .slice(0, MOST_OPTIONS)
      .map(chosen => chosen.flatMap(word => readQuery(word)));
  }

  #others(word: string): string[] {
    const key = keyOf(word);
    return [...(this.#groups.get(key) ?? [])]
      .flat()
      .filter(other => keyOf(other) !== key);
  }

  /** Japanese words that are written together, where all of them are known. */
  #split(run: string): string[] {
    const known = [...this.#groups.keys()]
      .filter(key => run.includes(key) && !/^\p{ASCII}*$/u.test(key))
      .sort((a, b) => b.length - a.length);
    const words: { at: number; word: string }[] = [];
    let rest = run;
    for (const word of known) {
      const at = rest.indexOf(word);
      if (at >= 0) {
        words.push({ at, word });
        rest = rest.replace(word, ' '.repeat(word.length));
      }
    }
    return rest.replace(GLUE, '').trim() === '' && words.length > 0
      ? words.sort((a, b) => a.at - b.at).map(({ word }) => word)
      : [run];
  }
}

function keyOf(word: string): string {
  const folded = foldText(word);
  return /^\p{ASCII}*$/u.test(folded)
    ? folded.split(' ').map(stemOf).join(' ')
    : folded;
}

function product(options: readonly (readonly string[])[]): string[][] {
  return options.reduce<string[][]>(
    (chosen, words) =>
      chosen
        .flatMap(before => words.map(word => [...before, word]))
        .slice(0, MOST_OPTIONS * 4),
    [[]],
  );
}
