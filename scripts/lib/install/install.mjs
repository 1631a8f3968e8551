import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from '../console/messages.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';
import { noPermission } from '../state/state-directory.mjs';
import { installFingerprint } from './install-fingerprint.mjs';
import { installProblem } from './install-problem.mjs';
import { runYarnInstall } from './run-yarn.mjs';

/**
 * Installs the packages with the Yarn that this repository carries, unless
 * the last complete install was of the very same manifests.
 *
 * @param {{ root: string, stateDirectory: string, verbose: boolean,
 *   signal?: AbortSignal }} options
 * @returns {Promise<string>} the text of the finished step
 */
export async function installPackages({
  root,
  stateDirectory,
  verbose,
  signal,
}) {
  // Beside what it describes: a deleted node_modules takes its stamp along.
  const stamp = join(root, 'node_modules/.suido-install.json');
  const wanted = installFingerprint(root);
  if (readJson(stamp)?.fingerprint === wanted) {
    return text('step.install.unchanged');
  }
  assertWritable(root);
  rmSync(stamp, { force: true });

  const logPath = join(stateDirectory, 'log/install.log');
  const { code, output } = await runYarnInstall({
    root,
    yarn: yarnRelease(root),
    logPath,
    verbose,
    signal,
  });
  signal?.throwIfAborted();
  if (code !== 0) {
    throw installProblem(output, logPath, root);
  }
  writeJson(stamp, { fingerprint: wanted });
  return text('step.install.done');
}

/**
 * The Yarn in `.yarn/releases`: nothing has to be installed to use it.
 *
 * @param {string} root
 */
export function yarnRelease(root) {
  const directory = join(root, '.yarn/releases');
  const name = readdirSync(directory)
    .filter(file => /^yarn-.*\.cjs$/.test(file))
    .sort()
    .pop();
  if (!name) {
    throw new Error(`No Yarn in ${directory}; the checkout is incomplete.`);
  }
  return join(directory, name);
}

function assertWritable(root) {
  for (const directory of [root, join(root, 'node_modules')]) {
    try {
      if (existsSync(directory)) {
        accessSync(directory, constants.W_OK);
      }
    } catch (error) {
      throw noPermission(directory, error);
    }
  }
}
