import fc from 'fast-check';
import { markWords, wordsOf } from './markWords';

function shown(text: string, ...words: string[]) {
  return markWords(text, words)
    .map(piece => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');
}

it.each([
  ['fct_daily_sales', ['sales'], 'fct_daily_[sales]'],
  ['Daily SALES per shop', ['sales', 'shop'], 'Daily [SALES] per [shop]'],
  ['日次の売上高', ['売上'], '日次の[売上]高'],
  ['おきゃくさまの一覧', ['オキャクサマ'], '[おきゃくさま]の一覧'],
  ['カタカナ', ['ｶﾀｶﾅ'], '[カタカナ]'],
  ['ﾊﾞﾅﾅの数', ['バナナ'], '[ﾊﾞﾅﾅ]の数'],
  ['ＡＢＣ株式会社', ['abc'], '[ＡＢＣ]株式会社'],
  ['㈱水道', ['株'], '[㈱]水道'],
  ['aaaa', ['aa'], '[aaaa]'],
  ['nothing here', ['', '  '], 'nothing here'],
  ['<script>alert(1)</script>', ['script'], '<[script]>alert(1)</[script]>'],
  ['a+b (c)', ['(c', '+'], 'a[+]b [(c])'],
])('marks in %j the words %j', (text, words, expected) => {
  expect(shown(text, ...words)).toBe(expected);
});

it('never loses or rewrites a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
      (text, words) => {
        expect(
          markWords(text, words)
            .map(piece => piece.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});

it('takes words apart at any space', () => {
  expect(wordsOf(' 売上　日次\tsales sales ')).toEqual([
    '売上',
    '日次',
    'sales',
  ]);
});
