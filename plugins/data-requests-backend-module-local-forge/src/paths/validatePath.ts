import { InputError } from '@backstage/errors';

const PATH_LIMIT = 1_000;
const NAME_LIMIT_BYTES = 255;

/**
 * Refuses a path that lies outside the allowed folders, or that git, Windows
 * or macOS would read as another one.
 *
 * @remarks
 * isomorphic-git writes any name into a tree, `..` included, so nothing behind
 * this function checks again. Sources of the rules: git's `fsck` messages
 * (`hasDotdot`, `hasDotgit`, ...), "Naming Files, Paths, and Namespaces" of the
 * Windows documentation, CVE-2014-9390 for the look-alikes of `.git`.
 *
 * @throws `InputError` that names the path and the reason
 */
export function validatePath(
  path: string,
  allowedPaths: readonly string[],
): void {
  const reason = path.length > PATH_LIMIT ? 'it is too long' : faultOf(path);
  if (reason) {
    throw new InputError(`File ${shown(path)} is refused: ${reason}`);
  }
  if (!allowedPaths.some(folder => isBelow(path, folder))) {
    throw new InputError(
      `File ${shown(path)} is refused: it is outside ${
        allowedPaths.join(', ') || 'every folder'
      }, the folders that dataRequests.targets[].allowedPaths names`,
    );
  }
}

/**
 * Names with the same key are one file on macOS or Windows.
 *
 * @remarks
 * Both ways of folding, because the systems differ: NTFS compares capitals, so
 * `ς` and `σ` are one letter to it, and `ſ` is `s`.
 */
export function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

function isBelow(path: string, folder: string): boolean {
  const root = folder.replace(/^\/+|\/+$/g, '');
  return root !== '' && path.startsWith(`${root}/`);
}

function faultOf(path: string): string | undefined {
  if (path === '') {
    return 'it is empty';
  }
  if (path !== path.normalize('NFC')) {
    return 'its letters are not in composed form (Unicode NFC)';
  }
  // Controls, what is not seen (macOS ignores some of it when it compares
  // names), line separators, halves of a character.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{DI}\p{Zl}\p{Zp}\uFFFD]/u.test(path)) {
    return 'it has a control or invisible character';
  }
  if (path.includes('\\')) {
    return 'it has a backslash';
  }
  for (const name of path.split('/')) {
    const fault = faultOfName(name);
    if (fault) {
      return fault;
    }
  }
  return undefined;
}

function faultOfName(name: string): string | undefined {
  if (name === '') {
    return 'it has an empty part; a path neither starts nor ends with a slash';
  }
  if (name === '.' || name === '..') {
    return `it has the part ${name}`;
  }
  // Compatibility forms first: full-width `．ｇｉｔ` is `.git` on some systems.
  const plain = name.normalize('NFKC').toLowerCase();
  if (/^\.git/.test(plain) || /^git~\d+/.test(plain)) {
    return 'names that start with .git belong to git';
  }
  if (plain.endsWith('.lock')) {
    return 'names that end with .lock belong to git';
  }
  if (/[ .]$/.test(name) || name.startsWith(' ')) {
    return 'a name starts with a space, or ends with a space or a dot';
  }
  if (/[<>:"|?*]/.test(name)) {
    return 'it has one of < > : " | ? *';
  }
  // Also with spaces before the dot, which Windows does not look at.
  if (
    /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9]) *(\.|$)/.test(plain)
  ) {
    return 'it has a name that Windows keeps for itself';
  }
  // `SALES_~1.SQL` is `sales_daily.sql` to Windows, or another such file.
  if (/^(?=[^.]{1,8}(\.|$))[^.]+~\d+(\.[^.]{0,3})?$/.test(plain)) {
    return 'it looks like a short name of Windows';
  }
  if (Buffer.byteLength(name, 'utf8') > NAME_LIMIT_BYTES) {
    return 'one of its names is too long';
  }
  return undefined;
}

/** As JSON, cut: a hostile path must not forge lines in a log. */
function shown(path: string): string {
  return JSON.stringify(path.length > 200 ? `${path.slice(0, 200)}…` : path);
}
