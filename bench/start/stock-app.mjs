import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { backstageCli } from '../../scripts/lib/bundle/build-app.mjs';
import { yarnRelease } from '../../scripts/lib/install/install.mjs';
import { startEmbeddedPostgres } from '../../scripts/lib/postgres/postgres.mjs';
import { answers, whenReady } from '../../scripts/lib/portal/ready.mjs';
import { Child } from '../../scripts/lib/process/child.mjs';
import { run } from '../../scripts/lib/process/run.mjs';
import { Log } from '../../scripts/lib/state/log.mjs';
import { prepareStateDirectory } from '../../scripts/lib/state/state-directory.mjs';
import { secondsSince } from '../our-portal.mjs';

const TIMEOUT_MS = 300_000;

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
  mkdirSync(join(target, '.yarn/releases'), { recursive: true });
  cpSync(yarn, yarnReleaseIn(target, yarn));
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

/**
 * Starts the stock backend on an embedded PostgreSQL of its own until it
 * serves its app.
 *
 * @param {{ root: string, target: string, port: number, env: NodeJS.ProcessEnv,
 *   signal: AbortSignal }} options
 */
export async function startStockApp({ root, target, port, env, signal }) {
  const stateDirectory = join(target, '.state');
  prepareStateDirectory(stateDirectory);
  const startedAt = performance.now();
  const database = await startEmbeddedPostgres({ root, stateDirectory });
  const { connection } = database;
  const resolve = createRequire(join(target, 'package.json')).resolve;
  const child = new Child(
    'stock backend',
    process.execPath,
    [
      '--require',
      resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      join(target, 'packages/backend/src/index.ts'),
      '--config',
      join(target, 'app-config.yaml'),
    ],
    {
      cwd: join(target, 'packages/backend'),
      log: new Log(stateDirectory, 'backend'),
      env: {
        ...env,
        NODE_ENV: 'production',
        STOCK_PORT: String(port),
        POSTGRES_HOST: connection.host,
        POSTGRES_PORT: String(connection.port),
        POSTGRES_USER: connection.user,
        POSTGRES_PASSWORD: connection.password,
      },
    },
  );
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await child.stop(5000);
    await database.stop();
  };
  const isReady = async () =>
    (await answers(`${base}/.backstage/health/v1/readiness`)) && answers(base);
  try {
    await whenReady(child, isReady, { timeoutMs: TIMEOUT_MS, signal });
  } catch (error) {
    await stop();
    throw error;
  }
  const pids = [child.pid, database.child.pid];
  return { seconds: secondsSince(startedAt), pids, stop };
}

async function timed(args, options) {
  const startedAt = performance.now();
  const { code, output } = await run(process.execPath, args, options);
  options.signal.throwIfAborted();
  if (code !== 0) {
    const tail = output.trimEnd().split('\n').slice(-20).join('\n');
    throw new Error(`${args.slice(1).join(' ')} failed:\n${tail}`);
  }
  return secondsSince(startedAt);
}

function yarnReleaseIn(target, yarn) {
  return join(target, '.yarn/releases', yarn.split(/[/\\]/).pop());
}
