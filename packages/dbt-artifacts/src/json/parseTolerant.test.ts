import { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import { parseTolerant } from './parseTolerant';

function parse(content: string | Buffer, keyCount?: number) {
  const scope = new RecordScope(new ReasonLedger({ examples: 1 }), 'here');
  const parsed = parseTolerant(
    Buffer.from(content),
    { keyCount, depthLimit: 50 },
    scope,
  );
  return {
    value: parsed?.value,
    repairs: [...scope.repairs.keys()],
    refusal: scope.refusal?.code,
  };
}

describe('parseTolerant', () => {
  it.each([
    ['a plain record', '{"a": [1, null, "ü"]}', { a: [1, null, 'ü'] }, []],
    [
      'NaN and infinities outside of strings only',
      '{"a": NaN, "b": [-Infinity, Infinity], "c": "NaN, \\" -Infinity"}',
      { a: null, b: [null, null], c: 'NaN, " -Infinity' },
      ['not-a-number'],
    ],
    [
      'raw line ends and tabs in a text',
      '{"sql": "select\n\t1"}',
      { sql: 'select\n\t1' },
      ['control-character'],
    ],
    [
      'trailing commas, but none in a text',
      '{"a": [1, 2, ], "b": ",]",}',
      { a: [1, 2], b: ',]' },
      ['control-character'],
    ],
    [
      'NUL and half a surrogate pair, in values and keys',
      '{"a\\u0000": "x\\ud83dy", "b": ["\\udc00"], "ok": "\\ud83d\\ude00"}',
      { 'a\ufffd': 'x\ufffdy', b: ['\ufffd'], ok: '😀' },
      ['unstorable-character'],
    ],
  ])('reads %s', (_, text, value, repairs) => {
    expect(parse(text)).toEqual({ value, repairs, refusal: undefined });
  });

  it('keeps the last of two equal keys, and says so', () => {
    expect(parse('{"a": 1, "a": {"b": 2}}', 3)).toEqual({
      value: { a: { b: 2 } },
      repairs: ['duplicate-key'],
      refusal: undefined,
    });
    expect(parse('{"a": 1, "b": {"b": 2}}', 3).repairs).toEqual([]);
  });

  it('replaces bytes of another encoding', () => {
    const shiftJis = Buffer.from([0x22, 0x94, 0x84, 0x8f, 0xe3, 0x22]);
    const { value, repairs } = parse(shiftJis);
    expect(repairs).toEqual(['invalid-utf8']);
    expect(value).toContain('\ufffd');
  });

  it('keeps a key that would change the prototype as a key', () => {
    const { value } = parse('{"__proto__": {"x": "\\u0000"}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ['{"a": }', 'record-not-json'],
    ['{"a": "unended', 'record-not-json'],
    ['{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> x\n}', 'git-conflict'],
  ])('refuses %j', (text, code) => {
    expect(parse(text)).toMatchObject({ value: undefined, refusal: code });
  });

  it('refuses what is nested too deep', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parse(nested(50))).toMatchObject({ refusal: undefined });
    expect(parse(nested(51))).toMatchObject({ refusal: 'record-too-deep' });
    expect(parse(nested(1_000_000))).toMatchObject({
      refusal: 'record-too-deep',
    });
  });

  it('is done soon with a text that never ends', () => {
    const quotes = '\\"'.repeat(500_000);
    expect(parse(`{"a": "${quotes}`)).toMatchObject({
      refusal: 'record-not-json',
    });
  });

  it('repairs a record with a text of a million characters', () => {
    const sql = `select '\\n' ${'x'.repeat(1_000_000)}`;
    expect(parse(`{"raw_code": "${sql}", "n": NaN}`).repairs).toEqual([
      'not-a-number',
    ]);
  });
});
