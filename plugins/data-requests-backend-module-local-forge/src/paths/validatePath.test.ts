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
])('accepts %s', path => {
  expect(() => validatePath(path, ['tests', '/models/marts/'])).not.toThrow();
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
        expect(nameKey(name)).not.toMatch(/^(\.git|git~1|con|aux\.x)$/);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(20);
});
