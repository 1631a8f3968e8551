import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The parsed content of a JSON file; `undefined` when there is none or when
 * it is not JSON (a file that a full disk cut short counts as absent).
 *
 * @param {string} path
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Writes JSON by renaming over the old file, so that a reader sees either the
 * old or the new content.
 *
 * @param {string} path
 * @param {unknown} value
 * @param {{ mode?: number }} [options] permission bits, e.g. 0o600 for secrets
 */
export function writeJson(path, value, { mode = 0o644 } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  writeFileSync(temporary, `${JSON.stringify(value, undefined, 2)}\n`, {
    mode,
  });
  renameSync(temporary, path);
}
