import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { nameKey, validatePath } from './validatePath';

// The list of refused paths is part of the contract of forges.

it.each([
  'models/marts/sales/fct_daily.sql',
  'models/marts/売上/日次.yml',
  'models/marts/a b.sql',
  'models/marts/a.b-c_d (1).sql',
  'models/marts/console.sql',
  'models/marts/community.sql',
  'models/marts/gitops.sql',
  'models/marts/locks/x.locked',
  'models/marts/...x',
  'models/marts/~draft.sql',
  'models/marts/about~2026.sql',
  'models/marts/a~b.sql',
  'models/marts/葛飾区 100%.sql',
  'models/marts/com.sql',
  'models/marts/com10.sql',
])('accepts %s', path => {
  expect(() => validatePath(path, ['tests', '/models/marts/'])).not.toThrow();
});

/** What stands at the end of `models/marts/`, and what is said of it. */
const REFUSED: readonly (readonly [why: RegExp, ...names: string[]])[] = [
  [/part \.\.?/, '.', '..', '../a', 'a/..', 'a/../b', './a', 'a/.'],
  [/empty part/, '', '/a', 'a/', 'a//b'],
  [/backslash/, 'a\\b', '..\\a', '\\\\server\\share', '.git\\config'],
  [
    /belong to git/,
    ...['.git', '.GIT', '.Git/config', '.gIt', '.git.', '.git ', '.git...x'],
    ...['.git::$INDEX_ALLOCATION/config', '.git:config', '.gitmodules'],
    ...['.gitattributes', '.GITIGNORE', 'git~1', 'GIT~1/config', 'git~12'],
    ...['．git', '.ｇｉｔ', 'ＧＩＴ～1', 'a.lock', 'a.LOCK', 'main.lock/b'],
  ],
  [
    /control or invisible/,
    ...['.g\u200cit', '\u200d.git', '.gi\u200et', '.git\ufeff', '.\u202egit'],
    ...[
      '.\u206agit',
      'a\u00adb',
      'a\u034fb',
      'a\u115fb',
      'a\u3164b',
      'a\ufe0fb',
    ],
    ...['a\0', 'a\nb', 'a\rb', 'a\tb', 'a\u001b[2J', 'a\u007f', 'a\u0085b'],
    ...['a\u2028b', 'a\u2029b', '\ud800', 'a\udfff', 'a\ufffd', 'a\ue000'],
    ...['a\u{e0001}b', 'a\u202eb', 'a\u2066b'],
  ],
  [
    /space or a dot|starts with a space/,
    ...['a ', 'a.', ' a', 'a /b', 'a./b', ' /a', 'a. .', '...'],
  ],
  [
    /one of < >/,
    ...[
      'a:b',
      'a::$DATA',
      'a.sql:stream',
      'a?',
      'a*',
      'a|b',
      'a<b',
      'a>b',
      '"a"',
    ],
    ...['C:/a', 'c:a'],
  ],
  [
    /Windows keeps/,
    ...[
      'con',
      'CON',
      'Con.sql',
      'con .sql',
      'aux',
      'AUX.yml',
      'nul',
      'nul.a.b',
    ],
    ...['prn', 'com0', 'COM1', 'com¹', 'COM².sql', 'lpt9', 'LPT³', 'conin$'],
    ...['CONOUT$', 'ｃｏｎ', 'con/a', 'aux.sql/b'],
  ],
  [
    /short name/,
    ...[
      'SALES_~1.SQL',
      'gitmod~1',
      'GI7EBA~1',
      'a~1',
      'abc~1.y',
      'x/FCT_DA~2/y',
    ],
  ],
  [/composed form/, 'cafe\u0301', 'は\u309a', '\u212b'],
  [/too long/, 'a'.repeat(256), '売'.repeat(86), 'a/'.repeat(500)],
];

it.each(
  REFUSED.flatMap(([why, ...names]) => names.map(name => [name, why] as const)),
)('refuses %j', (name, why) => {
  const validate = () => validatePath(`models/marts/${name}`, ['models/marts']);
  expect(validate).toThrow(InputError);
  expect(validate).toThrow(why);
});

it.each([
  ...['/etc/passwd', '/models/marts/a', 'models/marts', 'models/martsx/a'],
  ...['MODELS/marts/a', 'models/Marts/a', 'C:/models/marts/a', '~/a', 'a'],
  ...['models\\marts\\a', 'models/marts/../a', 'x/models/marts/a', ''],
])('refuses %j, which is in no allowed folder', path => {
  expect(() => validatePath(path, ['models/marts'])).toThrow(InputError);
});

it.each([
  ['a', 'A'],
  ['売上É', '売上é'],
  ['Σας', 'σασ'],
  ['ſum', 'sum'],
  ['\u212a', 'k'],
  ['caf\u00e9', 'cafe\u0301'],
  ['straße', 'STRASSE'],
])('%s and %s are one file to some systems', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

it('accepts nothing where no folder is allowed', () => {
  for (const allowed of [[], [''], ['/'], ['.']]) {
    expect(() => validatePath('a/b.sql', allowed)).toThrow(/outside/);
  }
});

it('says which path and why, on one line', () => {
  expect(() => validatePath('models/marts/a\nb', ['models/marts'])).toThrow(
    'File "models/marts/a\\nb" is refused: it has a control or invisible character',
  );
});

it('lets no path through that another system reads differently', () => {
  const odd = fc.constantFrom(
    ...['.', '..', '.git', 'GIT~1', 'con', 'aux.x', '/', '\\', ' ', ':', '\0'],
    ...['\u200d', '\u0301', 'e', '水', '．', 'a.lock', '\ud83d', '*', '~', '-'],
  );
  const path = fc
    .array(fc.oneof(odd, fc.string({ maxLength: 3, unit: 'binary' })))
    .map(parts => `m/${parts.join('')}`);
  let accepted = 0;
  fc.assert(
    fc.property(path, text => {
      try {
        validatePath(text, ['m']);
      } catch (error) {
        if (error instanceof InputError) {
          return;
        }
        throw error;
      }
      accepted += 1;
      expect(posix.normalize(text)).toBe(text);
      expect(win32.normalize(text)).toBe(text.replaceAll('/', '\\'));
      expect(posix.join('/base', text).startsWith('/base/m/')).toBe(true);
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      expect(text.normalize('NFC')).toBe(text);
      for (const name of text.split('/')) {
        expect(nameKey(name)).not.toMatch(
          /^(\.git.*|git~1|con *|aux *\.x|.*[ .])$/,
        );
      }
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(20);
});
