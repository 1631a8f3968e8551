import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const repositoryRoot = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/**
 * The folder that holds everything the running portal writes.
 * SUIDO_STATE_DIR replaces `.suido/`, so that tests and benchmarks never touch
 * the data of the person who works in this checkout.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function stateDirectory(env = process.env) {
  return env.SUIDO_STATE_DIR
    ? resolve(env.SUIDO_STATE_DIR)
    : join(repositoryRoot, '.suido');
}
