import fc from 'fast-check';
import { CONCEPTS } from './concepts';
import { sharedWords } from './sharedWords';
import { bigramsOf, foldKana, stemOf, wordSimilarity, wordsOf } from './words';

const likeness = (a: string, b: string) =>
  wordSimilarity(wordsOf([a]), wordsOf([b]));

describe('wordsOf', () => {
  it.each([
    ['ＳＡＬＥＳ　ﾃﾞｰﾀ', 'sales データ'],
    ['Résumé', 'resume'],
    ['クーポン', 'くーぽん'],
    ['categories of boxes', 'the category, a box'],
    ['fct_daily_sales', 'Daily sales'],
    ['Revenue of our shops', 'Sales by store'],
    ['店舗ごとの売上を知りたい', '売上、店舗'],
  ])('takes %p and %p for the same', (a, b) => {
    expect(likeness(a, b)).toBeCloseTo(1);
  });

  it.each([
    // Two concepts across languages: 1 × 2 / (2 + 1)
    ['daily sales', '日次売上', 2 / 3],
    ['Orders by store, month by month', '月別・店舗別の受注', 3 / 4],
    ['customer', '顧客', 1 / 2],
    ['daily sales', 'member list', 0],
    ['一行が一日です', '一行が一人です', 0],
    ['売上', '在庫', 0],
    // 銀行 and 行 share no word, whatever their characters
    ['銀行振込', '旅行先', 0],
    ['', '', 0],
  ])('finds %p and %p alike by %d', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected);
    expect(likeness(b, a)).toBeCloseTo(expected);
  });

  it('lists concepts in the form in which texts arrive', () => {
    for (const { words, terms } of CONCEPTS) {
      expect(words.map(stemOf)).toEqual(words);
      expect(terms.map(foldKana)).toEqual(terms);
      for (const each of [...words, ...terms]) {
        expect(each).toBe(each.normalize('NFKC').toLowerCase());
        expect(wordsOf([each]).concepts.size).toBeGreaterThan(0);
      }
    }
    const all = CONCEPTS.flatMap(({ words }) => words);
    expect(new Set(all).size).toBe(all.length);
  });

  it('takes any text apart without an error, bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(likeness(text, text)).toBeLessThanOrEqual(1);
      }),
    );
    const endless = wordsOf([
      Array.from({ length: 65_536 / 2 }, (_, index) => `w${index}`).join(' '),
    ]);
    expect(endless.latin.size).toBeLessThan(1_000);
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  });
});

describe('sharedWords', () => {
  it('names what both say, in the language of the reader', () => {
    const shared = sharedWords(
      wordsOf(['Coupon usage per store', '会員ランク別クーポン利用の推移']),
      wordsOf(['coupons by shop', '会員のらんくとクーポン利用回数']),
    );
    expect(shared).toEqual([
      { en: 'store', ja: '店舗' },
      { en: 'member', ja: '会員' },
      { en: 'ranking', ja: 'ランキング' },
      { en: 'coupons', ja: 'coupons' },
      { en: 'クーポン利用', ja: 'クーポン利用' },
    ]);
  });
});
