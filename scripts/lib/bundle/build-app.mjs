import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { run } from '../process/run.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';
import { bundleFingerprint } from './bundle-fingerprint.mjs';

/**
 * Builds the app into `packages/app/dist`, unless it was built from the very
 * same sources.
 *
 * @param {{ root: string, stateDirectory: string, verbose: boolean,
 *   signal?: AbortSignal }} options
 * @returns {Promise<string>} the text of the finished step
 */
export async function buildApp({ root, stateDirectory, verbose, signal }) {
  const app = join(root, 'packages/app');
  const stamp = join(app, 'dist/.bundle.json');
  const wanted = bundleFingerprint(root);
  const isBuilt = existsSync(join(app, 'dist/index.html'));
  if (isBuilt && readJson(stamp)?.fingerprint === wanted) {
    return text('step.bundle.unchanged');
  }
  rmSync(stamp, { force: true });

  const env = childEnvironment();
  // With CI set the bundler turns warnings into errors: right for a release,
  // wrong for somebody who wants to see the portal.
  delete env.CI;
  const logPath = join(stateDirectory, 'log/build.log');
  const log = createWriteStream(logPath);
  const { code, output } = await run(
    process.execPath,
    [backstageCli(root), 'package', 'build'],
    {
      cwd: app,
      env,
      signal,
      onOutput: chunk => {
        log.write(chunk);
        if (verbose) {
          process.stdout.write(chunk);
        }
      },
    },
  );
  await new Promise(resolve => {
    log.end(resolve);
  });
  signal?.throwIfAborted();
  if (code !== 0) {
    throw new Problem(text('bundle.failed'), {
      cure: text('bundle.failed.cure', { log: logPath }),
      details: output.trimEnd().split('\n').slice(-25).join('\n'),
    });
  }
  writeJson(stamp, { fingerprint: wanted });
  return text('step.bundle.done');
}

/** @param {string} root */
export function backstageCli(root) {
  return join(root, 'node_modules/@backstage/cli/bin/backstage-cli');
}
