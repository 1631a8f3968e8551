import { join } from 'node:path';
import { backstageCli } from '../bundle/build-app.mjs';
import { text } from '../console/messages.mjs';
import { Child } from '../process/child.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { Log } from '../state/log.mjs';
import { childFailed } from './child-problem.mjs';
import { answers, whenReady } from './ready.mjs';
import { typescriptArguments } from './typescript.mjs';

const TIMEOUT_MS = 180_000;
const CONFIGS = ['app-config.yaml', 'app-config.demo.yaml'];

/**
 * @typedef {object} BackendOptions
 * @property {string} root
 * @property {string} stateDirectory
 * @property {boolean} verbose
 * @property {number} port
 * @property {{ host: string, port: number, user: string, password: string }} database
 * @property {{ url: string, token: string }} demoPlatform
 * @property {string} [frontendUrl] where the app is served in development
 */

/**
 * Starts the backend, which also serves the built app.
 *
 * @param {BackendOptions} options
 */
export function startBackend(options) {
  const { root, port } = options;
  const configs = CONFIGS.flatMap(name => ['--config', join(root, name)]);
  const child = new Child(
    text('name.backend'),
    process.execPath,
    [
      ...typescriptArguments(root),
      join(root, 'packages/backend/src/index.ts'),
      ...configs,
    ],
    {
      cwd: join(root, 'packages/backend'),
      log: backendLog(options),
      env: { ...backendEnvironment(options), NODE_ENV: 'production' },
    },
  );
  return { child, ready: signal => backendReady(child, port, true, signal) };
}

/**
 * Starts the backend with the Backstage CLI, which restarts it when a source
 * file changes.
 *
 * @param {BackendOptions} options
 */
export function startWatchedBackend(options) {
  const { root, port, frontendUrl } = options;
  const configs = CONFIGS.flatMap(name => ['--config', join(root, name)]);
  const child = new Child(
    text('name.backend'),
    process.execPath,
    [
      ...typescriptArguments(root).slice(-2),
      backstageCli(root),
      'package',
      'start',
      ...configs,
    ],
    {
      cwd: join(root, 'packages/backend'),
      log: backendLog(options),
      env: {
        ...backendEnvironment(options),
        NODE_ENV: 'development',
        ...frontendConfig(frontendUrl),
      },
    },
  );
  return { child, ready: signal => backendReady(child, port, false, signal) };
}

/**
 * Config that tells backend and app where the app's development server is.
 *
 * @param {string} url
 */
export function frontendConfig(url) {
  return {
    APP_CONFIG_app_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_cors_origin: JSON.stringify(url),
  };
}

/** @param {BackendOptions} options */
export function backendEnvironment(options) {
  const { stateDirectory, port, database, demoPlatform } = options;
  return {
    ...childEnvironment(),
    SUIDO_PORT: String(port),
    POSTGRES_HOST: database.host,
    POSTGRES_PORT: String(database.port),
    POSTGRES_USER: database.user,
    POSTGRES_PASSWORD: database.password,
    SUIDO_FORGE_DIR: join(stateDirectory, 'forge'),
    SUIDO_DEMO_PLATFORM_URL: demoPlatform.url,
    SUIDO_DEMO_PLATFORM_TOKEN: demoPlatform.token,
  };
}

function backendLog({ stateDirectory, verbose }) {
  return new Log(stateDirectory, 'backend', { verbose });
}

async function backendReady(child, port, servesApp, signal) {
  const base = `http://127.0.0.1:${port}`;
  const paths = [
    '/.backstage/health/v1/readiness',
    ...(servesApp ? ['/'] : []),
  ];
  const condition = async () => {
    // A backend with a plugin that cannot start says so and waits for nothing.
    if (child.log.recent.includes('Backend startup failed')) {
      throw childFailed(child);
    }
    for (const path of paths) {
      if (!(await answers(base + path))) {
        return false;
      }
    }
    return true;
  };
  await whenReady(child, condition, { timeoutMs: TIMEOUT_MS, signal });
}
