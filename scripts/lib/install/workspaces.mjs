import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../state/json-file.mjs';

/**
 * The folders of the workspaces of this repository (`packages/*`,
 * `plugins/*`).
 *
 * @param {string} root
 * @returns {string[]}
 */
export function workspaceDirectories(root) {
  return ['packages', 'plugins'].flatMap(group => {
    const directory = join(root, group);
    if (!existsSync(directory)) {
      return [];
    }
    return readdirSync(directory)
      .sort()
      .map(name => join(directory, name))
      .filter(path => existsSync(join(path, 'package.json')));
  });
}

/**
 * The workspace in `directory` and every workspace that it needs at run time,
 * directly or not.
 *
 * @param {string} root
 * @param {string} directory
 * @returns {string[]} folders
 */
export function workspaceClosure(root, directory) {
  const byName = new Map(
    workspaceDirectories(root).map(path => [
      readJson(join(path, 'package.json'))?.name,
      path,
    ]),
  );
  const found = new Set([directory]);
  for (const path of found) {
    const { dependencies = {} } = readJson(join(path, 'package.json')) ?? {};
    for (const name of Object.keys(dependencies)) {
      const dependency = byName.get(name);
      if (dependency) {
        found.add(dependency);
      }
    }
  }
  return [...found];
}
