import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backstageCli } from '../bundle/build-app.mjs';
import { yarnRelease } from '../install/install.mjs';
import { run } from '../process/run.mjs';

/**
 * Makes the stock app in a folder outside the repository: our manifests
 * without our packages, and our lockfile as the seed, so that both have the
 * same versions of everything.
 *
 * @param {string} root
 * @param {string} target
 */
export function makeStockApp(root, target) {
  cpSync(join(root, 'bench/stock-app'), target, { recursive: true });
  cpSync(join(root, 'yarn.lock'), join(target, 'yarn.lock'));
  cpSync(join(root, '.yarnrc.yml'), join(target, '.yarnrc.yml'));
  const yarn = yarnRelease(root);
  const releases = join(target, '.yarn/releases');
  mkdirSync(releases, { recursive: true });
  cpSync(yarn, join(releases, basename(yarn)));
}

/**
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<number>} seconds
 */
export function installStockApp(target, env, signal) {
  return timed(
    // Not immutable: the seed also holds what only our packages need.
    [yarnRelease(target), 'install', '--no-immutable'],
    { cwd: target, env, signal },
  );
}

/**
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<number>} seconds
 */
export function buildStockApp(target, env, signal) {
  return timed([backstageCli(target), 'package', 'build'], {
    cwd: join(target, 'packages/app'),
    env,
    signal,
  });
}

async function timed(args, options) {
  const startedAt = performance.now();
  const { code, output } = await run(process.execPath, args, options);
  options.signal.throwIfAborted();
  if (code !== 0) {
    const tail = output.trimEnd().split('\n').slice(-20).join('\n');
    throw new Error(`${args.slice(1).join(' ')} failed:\n${tail}`);
  }
  return Number(((performance.now() - startedAt) / 1000).toFixed(1));
}
