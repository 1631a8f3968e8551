import { InputError } from '@backstage/errors';
import { isRepositoryName } from '../config/readLocalForgeConfig';

/** What a URL of the local forge points at. */
export interface LocalForgeUrl {
  readonly repository: string;
  /** Parts of ref and path; only the repository knows where one ends. */
  readonly parts: readonly string[];
}

/**
 * Reads `https://<host>/<repository>/{tree|blob}/<ref>/<path>`; the bare
 * repository URL means its default branch.
 * @throws `InputError` on any other form
 */
export function parseLocalForgeUrl(url: string): LocalForgeUrl {
  const [repository, kind, ...rest] = new URL(url).pathname
    .split('/')
    .slice(1)
    .map(decode);
  const parts = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  const isWhole = kind === undefined || (kind === '' && parts.length === 0);
  const hasKind = (kind === 'tree' || kind === 'blob') && parts.length > 0;
  if (!isRepositoryName(repository) || !(isWhole || hasKind)) {
    throw new InputError(
      `${url} is not of the form https://<host>/<repository>/tree/<ref>/<path>`,
    );
  }
  // `%2F` inside a part: a branch written as one part.
  const names = isWhole ? ['HEAD'] : parts.flatMap(part => part.split('/'));
  if (names.some(name => name === '' || name === '.' || name === '..')) {
    throw new InputError(`${url} has an empty part, "." or ".." in its path`);
  }
  return { repository, parts: names };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new InputError(`${part} is not a valid part of a URL`);
  }
}
