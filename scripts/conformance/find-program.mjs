import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// What a shell searches when no PATH is set.
const FALLBACK_PATH = ['/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);

/**
 * Every file of this name that can be started, in the order of the PATH.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export function findPrograms(name, env = process.env) {
  const key = Object.keys(env).find(each => each.toUpperCase() === 'PATH');
  const folders = ((key && env[key]) || FALLBACK_PATH).split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return folders
    .filter(Boolean)
    .flatMap(folder => endings.map(ending => join(folder, name + ending)))
    .filter(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
