import fc from 'fast-check';
import { compactName } from './compactName';
import { editDistance } from './editDistance';
import { foldText } from './foldText';
import { indexWords } from './indexWords';
import { readQuery } from './readQuery';
import { stemOf } from './stemOf';

/** Whether what is typed finds a text, its last word as a beginning. */
function finds(query: string, text: string): boolean {
  const words = [...indexWords(text)];
  const has = (lexeme: string, isPrefix: boolean) =>
    isPrefix
      ? words.some(each => each.startsWith(lexeme))
      : words.includes(lexeme);
  const terms = readQuery(query);
  return terms.every(
    (term, index) =>
      (term.whole !== undefined &&
        has(term.whole, index === terms.length - 1)) ||
      term.words.every((word, place) =>
        word.lexemes.every(lexeme =>
          has(
            lexeme,
            word.isPrefix ||
              (!word.isJapanese &&
                index === terms.length - 1 &&
                place === term.words.length - 1),
          ),
        ),
      ),
  );
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const someText = fc
  .array(
    fc.constantFrom(
      ...'abzABZ09 _-.éßİЖ売上集計データ基盤サーバーﾃﾞｰﾀぁっヴヶ月の、𠮷😀'.match(
        /./gu,
      )!,
    ),
    { maxLength: 30 },
  )
  .map(characters => characters.join(''));

describe('foldText', () => {
  it.each([
    ['ＳＡＬＥＳ', 'sales'],
    ['Résumé', 'resume'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['クーポン', 'くーぽん'],
    ['サーバー', 'サーバ'],
    ['サーバー管理', 'サーバ管理'],
    ['デ−タ', 'データ'],
    ['ウェブ', 'ウエブ'],
    ['1ヶ月', '１か月'],
    ['ヴ', 'ブ'],
  ])('takes %p and %p for the same', (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  it.each([
    ['ビル', 'ビール'],
    ['キー', 'キ'],
    ['が', 'か'],
  ])('keeps %p and %p apart', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, someText), text => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('indexWords', () => {
  it.each([
    ['client_id', ['client', 'id', 'clientid']],
    ['clientId', ['client', 'id', 'clientid']],
    ['events_v2', ['events', 'v2', 'v', '2', 'eventsv2']],
    ['metadata.geo.country', ['metadata', 'geo', 'country']],
    ['parseHTMLDoc', ['parse', 'htmldoc', 'html', 'doc', 'parsehtmldoc']],
    ['売上', ['売上', '上']],
    ['売上データ', ['売上', '上で', 'でー', 'ーた', 'た', 'でーた']],
    ["'&|!():*\\", []],
    ['', []],
  ])('finds %p by %p', (text, words) => {
    expect([...indexWords(text)].sort()).toEqual([...words].sort());
  });

  it('is bounded', () => {
    expect(indexWords('w'.repeat(1e6))).toEqual(new Set(['w'.repeat(64)]));
    expect(indexWords('a b c d', 3)).toEqual(new Set(['a', 'b']));
  });
});

describe('readQuery', () => {
  it.each([
    ['clientid', 'client_id'],
    ['Client ID', 'clientId'],
    ['iphone', 'iPhone'],
    ['iPhone', 'iphone'],
    ['html', 'parseHTMLDoc'],
    ['v2', 'events_v2'],
    ['レビュー', 'SQLレビュー会'],
    ['ﾚﾋﾞｭ', 'SQLレビュー会'],
    ['計', '売上集計'],
    ['集', '売上集計'],
    ['上集', '売上集計'],
    ['country geo', 'metadata.geo.country'],
  ])('%p finds %p', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['orders', 'border'],
    ['計上', '売上集計'],
    ['売上 在庫', '売上'],
  ])('%p does not find %p', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('finds every text by any part of it that begins with a word', () => {
    const starts = (text: string) =>
      text.split(/(?<![\p{L}\p{N}\p{M}ー])(?=[\p{L}\p{N}])/u);
    fc.assert(
      fc.property(someText, fc.nat(), fc.nat(), (text, from, length) => {
        const normal = text.normalize('NFKC');
        const parts = starts(normal);
        const begin = parts.slice(0, from % parts.length).join('').length;
        const rest = [...normal.slice(begin)];
        const query = rest.slice(0, length % (rest.length + 1)).join('');
        expect([query, finds(query, normal)]).toEqual([query, true]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes anything apart without an error, bounded', () => {
    fc.assert(
      fc.property(anyText, text => {
        const words = readQuery(text).flatMap(term => term.words);
        expect(words.length).toBeLessThanOrEqual(12);
        for (const lexeme of [
          ...words.flatMap(word => word.lexemes),
          ...indexWords(text),
        ]) {
          expect(lexeme).toMatch(/^[\p{L}\p{N}\p{M}ー]+$/u);
        }
      }),
      { numRuns: 1_000 },
    );
    for (const hostile of [
      '\u0000',
      '\ud800',
      "'",
      '&|!():*',
      '😀'.repeat(100),
    ]) {
      expect(readQuery(hostile)).toEqual([]);
    }
  });
});

describe('compactName', () => {
  it.each([
    ['client_id', 'Client ID'],
    ['clientId', 'CLIENT-ID'],
    ['売上 明細', '売上_明細'],
  ])('takes %p and %p for the same', (a, b) => {
    expect(compactName(a)).toBe(compactName(b));
  });

  it('is bounded', () => {
    expect(compactName('a_'.repeat(1e5))).toBe('a'.repeat(200));
  });
});

describe('editDistance', () => {
  it.each([
    ['country', 'country', 0],
    ['contry', 'country', 1],
    ['coutnry', 'country', 1],
    ['countryy', 'country', 1],
    ['cuntri', 'country', 2],
    ['売上集型', '売上集計', 1],
    ['a', 'country', 3],
    ['', 'ab', 2],
  ])('of %p and %p is %d', (a, b, expected) => {
    expect(editDistance(a, b, 2)).toBe(expected);
    expect(editDistance(b, a, 2)).toBe(expected);
  });
});

describe('stemOf', () => {
  it.each([
    ['orders', 'order'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['status', 'status'],
    ['address', 'address'],
    ['os', 'os'],
  ])('of %p is %p', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});
