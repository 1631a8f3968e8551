/** Behind two katakana or more a long mark at the end is a habit: サーバー, サーバ. */
const LAST_LONG_MARK =
  /([\u30a1-\u30fa][\u30a1-\u30faー]*[\u30a1-\u30fa])ー+(?![\u30a1-\u30faー])/g;

/** What is typed for a long mark between katakana. */
const DASH_FOR_LONG_MARK =
  /(?<=[\u30a1-\u30faー])[-‐‑‒–—―−](?=[\u30a1-\u30fa])/g;

const KATAKANA = /[\u30a1-\u30f6]/g;
const KANA_OFFSET = 0x60;

/** Small kana, and ヴ; one for one, so that a beginning stays a beginning. */
const LARGE: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゔ: 'ぶ',
  // As it is read in 一ヶ月, where か and ヵ are written as well.
  ゕ: 'か',
  ゖ: 'か',
};
const SMALL_KANA = new RegExp(`[${Object.keys(LARGE).join('')}]`, 'g');

/**
 * One spelling of kana: katakana as hiragana, small kana as large, long marks
 * as in `サーバ`. Expects NFKC, in which half-width kana are gone.
 * @public
 */
export function foldKana(text: string): string {
  return text
    .replace(DASH_FOR_LONG_MARK, 'ー')
    .replace(LAST_LONG_MARK, '$1')
    .replace(KATAKANA, letter =>
      String.fromCharCode(letter.charCodeAt(0) - KANA_OFFSET),
    )
    .replace(SMALL_KANA, letter => LARGE[letter]);
}
