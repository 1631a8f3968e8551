import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * SHA-256 over the paths and contents of the files, and over `extra`. Order
 * and absolute location do not matter.
 *
 * @param {string} root
 * @param {Iterable<string>} files absolute paths below `root`; absent ones count as absent
 * @param {string[]} [extra] other facts that belong to the fingerprint
 */
export function fingerprint(root, files, extra = []) {
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) {
    const content = readIfPresent(file);
    // Lengths delimit the parts, so that no two different sets of files
    // produce the same stream of bytes.
    const name = relative(root, file).split(sep).join('/');
    hash.update(`${name.length}:${name}:${content?.length ?? 'absent'}:`);
    hash.update(content ?? '');
  }
  for (const fact of extra) {
    hash.update(`\0${fact.length}:${fact}`);
  }
  return hash.digest('hex');
}

/**
 * Every file below `directory` for which `accept` holds, depth first. An
 * absent directory has none.
 *
 * @param {string} directory
 * @param {(name: string, isDirectory: boolean) => boolean} accept decides by base name; refuses a whole folder too
 * @returns {string[]} absolute paths
 */
export function filesBelow(directory, accept) {
  let entries;
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap(entry => {
    const path = join(directory, entry.name);
    if (!accept(entry.name, entry.isDirectory())) {
      return [];
    }
    return entry.isDirectory() ? filesBelow(path, accept) : [path];
  });
}

function readIfPresent(file) {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
