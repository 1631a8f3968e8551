import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers, whenReady } from '../portal/ready.mjs';
import { startEmbeddedPostgres } from '../postgres/postgres.mjs';
import { Child } from '../process/child.mjs';
import { Log } from '../state/log.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';

const TIMEOUT_MS = 300_000;
const STOP_GRACE_MS = 5000;

/**
 * Starts the stock backend on an embedded PostgreSQL of its own until it
 * serves its app.
 *
 * @param {{ root: string, target: string, port: number, env: NodeJS.ProcessEnv,
 *   signal: AbortSignal, configs?: string[] }} options `configs`: files of the
 *   stock app's folder
 */
export async function startStockApp(options) {
  const { root, target, port, env, signal, configs } = options;
  const stateDirectory = stateOf(target);
  const startedAt = performance.now();
  const database = await startEmbeddedPostgres({ root, stateDirectory });
  const { connection } = database;
  const child = startStockBackend({
    target,
    configs,
    env: {
      ...env,
      STOCK_PORT: String(port),
      POSTGRES_HOST: connection.host,
      POSTGRES_PORT: String(connection.port),
      POSTGRES_USER: connection.user,
      POSTGRES_PASSWORD: connection.password,
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await child.stop(STOP_GRACE_MS);
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
  const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
  return { seconds, base, child, pids: [child.pid, database.child.pid], stop };
}

/**
 * Starts the stock backend on whatever database its config names, and does not
 * wait for it.
 *
 * @param {{ target: string, env: NodeJS.ProcessEnv, configs?: string[] }} options
 */
export function startStockBackend({
  target,
  env,
  configs = ['app-config.yaml'],
}) {
  const { resolve } = createRequire(join(target, 'package.json'));
  return new Child(
    'stock backend',
    process.execPath,
    [
      '--require',
      resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      '--require',
      fileURLToPath(new URL('../child/exit-with-parent.cjs', import.meta.url)),
      join(target, 'packages/backend/src/index.ts'),
      ...configs.flatMap(name => ['--config', join(target, name)]),
    ],
    {
      cwd: join(target, 'packages/backend'),
      log: new Log(stateOf(target), 'backend'),
      env: { ...env, NODE_ENV: 'production' },
    },
  );
}

function stateOf(target) {
  const stateDirectory = join(target, '.state');
  prepareStateDirectory(stateDirectory);
  return stateDirectory;
}
