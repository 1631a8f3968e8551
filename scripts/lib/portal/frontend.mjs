import { join } from 'node:path';
import { backstageCli } from '../bundle/build-app.mjs';
import { text } from '../console/messages.mjs';
import { Child } from '../process/child.mjs';
import { Log } from '../state/log.mjs';
import { backendEnvironment, frontendConfig } from './backend.mjs';
import { answers, whenReady } from './ready.mjs';
import { typescriptArguments } from './typescript.mjs';

const TIMEOUT_MS = 300_000;

/**
 * Starts the app's development server (hot reload).
 *
 * @param {import('./backend.mjs').BackendOptions} options
 */
export function startFrontend(options) {
  const { root, stateDirectory, verbose, frontendUrl } = options;
  const child = new Child(
    text('name.frontend'),
    process.execPath,
    [
      ...typescriptArguments(root).slice(-2),
      backstageCli(root),
      'package',
      'start',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.demo.yaml'),
    ],
    {
      cwd: join(root, 'packages/app'),
      log: new Log(stateDirectory, 'frontend', { verbose }),
      env: {
        ...backendEnvironment(options),
        ...frontendConfig(frontendUrl),
        NODE_ENV: 'development',
        // The launcher prints the address; nobody asked for a browser window.
        BROWSER: 'none',
      },
    },
  );
  return {
    child,
    ready: signal =>
      whenReady(child, () => answers(frontendUrl), {
        timeoutMs: TIMEOUT_MS,
        signal,
      }),
  };
}
