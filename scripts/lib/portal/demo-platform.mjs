import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from '../console/messages.mjs';
import { Child } from '../process/child.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { Log } from '../state/log.mjs';
import { whenReady } from './ready.mjs';
import { typescriptArguments } from './typescript.mjs';

const TIMEOUT_MS = 120_000;

/**
 * Starts the demo platform. Its readiness is one JSON line on its standard
 * output, `{"ready":true,"port":N}`.
 *
 * @param {{ root: string, stateDirectory: string, verbose: boolean,
 *   port: number, token: string }} options
 */
export function startDemoPlatform(options) {
  const { root, stateDirectory, verbose, port, token } = options;
  const runner = new URL('../child/demo-platform.cjs', import.meta.url);
  const child = new Child(
    text('name.platform'),
    process.execPath,
    [...typescriptArguments(root), fileURLToPath(runner)],
    {
      cwd: root,
      log: new Log(stateDirectory, 'demo-platform', { verbose }),
      env: {
        ...childEnvironment(),
        NODE_ENV: 'production',
        SUIDO_DEMO_PLATFORM_PORT: String(port),
        SUIDO_DEMO_PLATFORM_TOKEN: token,
        SUIDO_DEMO_PLATFORM_REPOSITORY: join(
          stateDirectory,
          'forge/data-platform.git',
        ),
        SUIDO_DEMO_PLATFORM_BRANCH: 'main',
        SUIDO_DEMO_PLATFORM_PROJECT_PATH: 'transform',
        SUIDO_DEMO_PLATFORM_DATA: join(stateDirectory, 'warehouse'),
      },
    },
  );
  let isReady = false;
  child.onLine(line => {
    isReady ||= announcesReady(line);
  });
  return {
    child,
    ready: signal =>
      whenReady(child, () => isReady, { timeoutMs: TIMEOUT_MS, signal }),
  };
}

/** @param {string} line */
export function announcesReady(line) {
  try {
    return JSON.parse(line).ready === true;
  } catch {
    return false;
  }
}
