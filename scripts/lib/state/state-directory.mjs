import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../console/problem.mjs';
import { text } from '../console/messages.mjs';

/**
 * Makes the state folder and says in a sentence when this user may not write
 * in it.
 *
 * @param {string} directory
 */
export function prepareStateDirectory(directory) {
  try {
    mkdirSync(join(directory, 'log'), { recursive: true });
    accessSync(directory, constants.W_OK);
    accessSync(join(directory, 'log'), constants.W_OK);
  } catch (error) {
    throw noPermission(directory, error);
  }
}

/**
 * @param {string} directory
 * @param {unknown} cause
 */
export function noPermission(directory, cause) {
  return new Problem(text('permission.directory', { directory }), {
    cure: text('permission.directory.cure'),
    cause,
  });
}
