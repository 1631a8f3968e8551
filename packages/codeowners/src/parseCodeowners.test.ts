import fc from 'fast-check';
import {
  CODEOWNERS_LOCATIONS,
  CODEOWNERS_SIZE_LIMIT_BYTES,
  ownersOf,
  parseCodeowners,
} from './parseCodeowners';
import { compilePattern } from './pattern';

/** The example file of GitHub's "About code owners", rule by rule. */
const DOCUMENTED = `
# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
`;

const owners = (text: string, path: string) =>
  ownersOf(parseCodeowners(text), path)?.owners;

describe('the documented examples', () => {
  it.each([
    ['README.md', ['@global-owner1', '@global-owner2']],
    ['a/deep/file.md', ['@global-owner1', '@global-owner2']],
    ['src/index.js', ['@js-owner']],
    ['cmd/main.go', ['docs@example.com']],
    ['notes/a.txt', ['@octo-org/octocats']],
    ['apps/a.rb', ['@octocat']],
    ['team/apps/deep/a.rb', ['@octocat']],
    ['docs/getting-started.md', ['@doctocat']],
    ['docs/build-app/troubleshooting.md', ['@doctocat']],
    ['other/docs/a.md', ['@global-owner1', '@global-owner2']],
    ['scripts/x.sh', ['@doctocat', '@octocat']],
    ['build/logs/a.log', ['@octocat']],
    ['scripts/logs/a.log', ['@octocat']],
    ['deeply/nested/logs/x', ['@octocat']],
  ])('%s', (path, expected) => {
    expect(owners(DOCUMENTED, path)).toEqual(expected);
  });

  it('clears ownership by a rule without owner', () => {
    const text = '/apps/ @octocat\n/apps/github\n';
    expect(ownersOf(parseCodeowners(text), 'apps/github/a')).toEqual({
      pattern: '/apps/github',
      owners: [],
    });
    expect(owners(text, 'apps/gitlab/a')).toEqual(['@octocat']);
    expect(owners(text, 'elsewhere')).toBeUndefined();
  });

  it('gives a folder inside a folder its own owner', () => {
    const text = '/apps/ @octocat\n/apps/github @doctocat\n';
    expect(owners(text, 'apps/github/a')).toEqual(['@doctocat']);
  });

  it('names the places of the file in the order in which they count', () => {
    expect(CODEOWNERS_LOCATIONS).toEqual([
      '.github/CODEOWNERS',
      'CODEOWNERS',
      'docs/CODEOWNERS',
    ]);
  });
});

describe('patterns', () => {
  it.each([
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/deep/a.md', false],
    ['docs/*', 'x/docs/a.md', false],
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*/', 'docs/a.md', false],
    ['docs/*/', 'docs/deep/a.md', true],
    ['/*', 'a', true],
    ['/*', 'a/b', false],
    ['*', 'a/b/c', true],
    ['**', 'a/b/c', true],
    ['**/x', 'x', true],
    ['**/x', 'a/b/x/y', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'x/a/b', false],
    ['a/**', 'a', false],
    ['a/**', 'a/x/y', true],
    ['/a/', 'a', false],
    ['/a/', 'a/x', true],
    ['/a/', 'b/a/x', false],
    ['a', 'b/a', true],
    ['a/b', 'x/a/b', false],
    ['*.js', 'x.js', true],
    ['*.js', 'x.jsx', false],
    ['*.js', '.js', true],
    ['m?rt', 'mart', true],
    ['m?rt', 'mrt', false],
    ['m?rt', 'm/rt', false],
    ['m?rt', 'm水rt', true],
    ['Docs/', 'docs/a', false],
    ['売上/', 'models/売上/x.sql', true],
    ['a.b', 'axb', false],
    ['x\\*', 'x*', true],
    ['x\\*', 'xy', false],
    ['(a|b)+$', 'a', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(compilePattern(pattern)?.matches(path)).toBe(expected);
  });

  it('reads an escaped space as part of the pattern', () => {
    const text = 'My\\ Files/ @a\\b @c\n/with\\ two\\ spaces @d';
    expect(owners(text, 'My Files/x')).toEqual(['@a\\b', '@c']);
    expect(owners(text, 'with two spaces')).toEqual(['@d']);
  });

  it('reads tabs, Windows line ends, a mark at the start, and comments', () => {
    const text = '\uFEFFa\t@x\r\n  b   @y # c @z\r\n# d @w\r\ne#f @v\r\n';
    expect(owners(text, 'a')).toEqual(['@x']);
    expect(owners(text, 'b')).toEqual(['@y']);
    expect(owners(text, 'd')).toBeUndefined();
    expect(owners(text, 'e#f')).toEqual(['@v']);
  });
});

describe('what is not valid', () => {
  it('leaves the line out and names it; the others stay', () => {
    const text = [
      '* @all',
      '!a @x',
      '[ab].md @x',
      '\\#a @x',
      '***/*.rb @x',
      'a//b @x',
      '/ @x',
      'a\\',
      '*.txt docs@',
      '*.md nobody',
      '*.md @a/b/c',
      '*.md @',
    ].join('\n');
    const parsed = parseCodeowners(text);
    expect(parsed.rules.map(rule => rule.pattern)).toEqual(['*']);
    expect(parsed.problems.map(p => [p.lineNumber, p.reason])).toEqual([
      ...[2, 3, 4, 5, 6, 7, 8].map(n => [n, 'invalid-pattern']),
      ...[9, 10, 11, 12].map(n => [n, 'invalid-owner']),
    ]);
  });

  it('reads nothing above the size limit, counted in bytes', () => {
    const line = '* @all\n';
    const fits = line + '#'.repeat(CODEOWNERS_SIZE_LIMIT_BYTES - line.length);
    expect(owners(fits, 'a')).toEqual(['@all']);
    const wide = `${line}#${'水'.repeat(CODEOWNERS_SIZE_LIMIT_BYTES / 3)}`;
    for (const text of [`${fits}#`, wide]) {
      expect(parseCodeowners(text)).toEqual({
        rules: [],
        problems: [{ lineNumber: 0, source: '', reason: 'file-too-large' }],
      });
    }
  });
});

describe('properties', () => {
  /** The same meaning as a regular expression, safe on inputs this short. */
  function asRegExp(pattern: string): RegExp {
    const anchored = /\/./.test(pattern);
    const names = pattern.replace(/^\//, '').replace(/\/$/, '/**').split('/');
    let text = anchored ? '^' : '^(?:[^/]+/)*';
    names.forEach((name, index) => {
      const isLast = index === names.length - 1;
      if (name === '**') {
        text += isLast ? '[^/]+(?:/[^/]+)*' : '(?:[^/]+/)*';
      } else if (name === '*') {
        text += isLast ? '[^/]+' : '[^/]+/';
      } else {
        text += `(?=[^/])${name
          .replace(/\*/g, '[^/]*')
          .replace(/\?/g, '[^/]')}`;
        text += isLast ? '(?:/[^/]+)*' : '/';
      }
    });
    return new RegExp(`${text}$`);
  }

  it('agrees with a regular expression of the same meaning', () => {
    const name = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b', 'a?b', '?');
    const pattern = fc
      .tuple(
        fc.constantFrom('', '/'),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '/'),
      )
      .map(([before, names, after]) => before + names.join('/') + after);
    const part = fc.constantFrom('a', 'b', 'ab', 'aab', 'c');
    const path = fc.array(part, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pattern, path, (source, parts) => {
        const text = parts.join('/');
        expect([source, text, compilePattern(source)?.matches(text)]).toEqual([
          source,
          text,
          asRegExp(source).test(text),
        ]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => {
        expect(() => ownersOf(parseCodeowners(text), path)).not.toThrow();
      }),
    );
  });

  it('stays quick on patterns made to be slow', () => {
    const stars = `${'*a'.repeat(2_000)}b`;
    const folders = `${'**/a/'.repeat(500)}b`;
    expect(compilePattern(stars)?.matches('a'.repeat(20_000))).toBe(false);
    expect(compilePattern(folders)?.matches('a/'.repeat(5_000))).toBe(false);
  });
});
