import { compilePattern, type PathPattern } from './pattern';

/** Where a repository may keep the file; the first that exists counts. @public */
export const CODEOWNERS_LOCATIONS = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
] as const;

/** A larger file is not read at all. @public */
export const CODEOWNERS_SIZE_LIMIT_BYTES = 3 * 1024 * 1024;

/** One line that says who owns what. @public */
export interface CodeownersRule {
  readonly lineNumber: number;
  readonly pattern: string;
  /** `@name`, `@org/team` or an e-mail address; none means nobody owns it. */
  readonly owners: readonly string[];
  readonly matcher: PathPattern;
}

/** A line that counts for nothing, and why. @public */
export interface CodeownersProblem {
  /** 0 where the whole file is meant. */
  readonly lineNumber: number;
  readonly source: string;
  readonly reason: 'file-too-large' | 'invalid-pattern' | 'invalid-owner';
}

/** A CODEOWNERS file. @public */
export interface Codeowners {
  readonly rules: readonly CodeownersRule[];
  readonly problems: readonly CodeownersProblem[];
}

/**
 * Reads a CODEOWNERS file by the rules that GitHub documents ("About code
 * owners", section "CODEOWNERS syntax"). A line that is not valid is left out
 * and named in `problems`.
 *
 * @public
 */
export function parseCodeowners(text: string): Codeowners {
  if (sizeBytesOf(text) > CODEOWNERS_SIZE_LIMIT_BYTES) {
    return {
      rules: [],
      problems: [{ lineNumber: 0, source: '', reason: 'file-too-large' }],
    };
  }
  const rules: CodeownersRule[] = [];
  const problems: CodeownersProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  lines.forEach((source, index) => {
    const lineNumber = index + 1;
    const [pattern, ...owners] = wordsOf(source);
    if (pattern === undefined) {
      return;
    }
    const matcher = compilePattern(pattern);
    if (!matcher) {
      problems.push({ lineNumber, source, reason: 'invalid-pattern' });
    } else if (!owners.every(isOwner)) {
      problems.push({ lineNumber, source, reason: 'invalid-owner' });
    } else {
      rules.push({ lineNumber, pattern, owners, matcher });
    }
  });
  return { rules, problems };
}

/**
 * Who owns a path: the last rule that matches it. `owners` is empty where that
 * rule names nobody; `undefined` where no rule matches.
 *
 * @param path - from the root of the repository, without a leading slash
 * @public
 */
export function ownersOf(
  codeowners: Codeowners,
  path: string,
): { pattern: string; owners: string[] } | undefined {
  for (let index = codeowners.rules.length - 1; index >= 0; index -= 1) {
    const { matcher, pattern, owners } = codeowners.rules[index];
    if (matcher.matches(path)) {
      return { pattern, owners: [...owners] };
    }
  }
  return undefined;
}

/** Words up to a comment; a space after a backslash belongs to its word. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let escaped = false;
  for (const character of line) {
    if (escaped) {
      word += character;
      escaped = false;
    } else if (character === ' ' || character === '\t') {
      if (word) {
        words.push(word);
      }
      word = '';
    } else if (character === '#' && word === '') {
      return words;
    } else {
      word += character;
      escaped = character === '\\';
    }
  }
  if (word) {
    words.push(word);
  }
  return words;
}

function isOwner(word: string): boolean {
  const [before, after, ...more] = word.split('@');
  if (after === undefined || after === '' || more.length > 0) {
    return false;
  }
  const isHandle = before === '';
  const parts = after.split('/');
  return isHandle
    ? parts.length <= 2 && parts.every(part => part !== '')
    : parts.length === 1;
}

function sizeBytesOf(text: string): number {
  return text.length > CODEOWNERS_SIZE_LIMIT_BYTES
    ? text.length
    : new TextEncoder().encode(text).byteLength;
}
