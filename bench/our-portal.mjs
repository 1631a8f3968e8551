import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Child } from '../scripts/lib/process/child.mjs';
import { run } from '../scripts/lib/process/run.mjs';
import { until } from '../scripts/lib/process/until.mjs';
import { Log } from '../scripts/lib/state/log.mjs';
import { readJson } from '../scripts/lib/state/json-file.mjs';
import {
  childNotReady,
  childEnded,
} from '../scripts/lib/portal/child-problem.mjs';
import { prepareStateDirectory } from '../scripts/lib/state/state-directory.mjs';

const TIMEOUT_MS = 900_000;
const STOP_GRACE_MS = 10_000;

/**
 * Copies what a fresh clone of the present sources would hold: tracked and new
 * files, nothing ignored.
 *
 * @param {string} root
 * @param {string} target
 */
export async function freshClone(root, target) {
  const { code, stdout, output } = await run(
    'git',
    ['ls-files', '-co', '--exclude-standard', '-z'],
    { cwd: root },
  );
  if (code !== 0) {
    throw new Error(`git ls-files failed: ${output}`);
  }
  for (const name of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    cpSync(join(root, name), join(target, name), { force: true });
  }
}

/**
 * Runs the launcher of a checkout until the portal is ready.
 *
 * @param {{ clone: string, port: number, env: NodeJS.ProcessEnv, name: string,
 *   logs: string, signal: AbortSignal, stateDirectory?: string }} options
 *   the portal keeps its data in `stateDirectory`, `.suido/` without it
 * @returns {Promise<{ seconds: number, steps: Map<string, number>, child: Child }>}
 */
export async function startPortal(options) {
  const { clone, port, env, name, logs, signal } = options;
  const { stateDirectory = join(clone, '.suido') } = options;
  prepareStateDirectory(logs);
  const startedAt = performance.now();
  const child = new Child(
    name,
    process.execPath,
    [join(clone, 'scripts/start.mjs'), '--port', String(port)],
    {
      cwd: clone,
      log: new Log(logs, name),
      env: {
        ...env,
        SUIDO_LANGUAGE: 'en',
        ...(options.stateDirectory && { SUIDO_STATE_DIR: stateDirectory }),
      },
    },
  );
  const steps = new Map();
  child.onLine(line => {
    const step = /✓ (\w+).*?\s([\d.]+) s$/.exec(line);
    if (step) {
      steps.set(step[1], Number(step[2]));
    }
  });
  const isReady = () =>
    readJson(join(stateDirectory, 'portal.json'))?.status === 'ready';
  const outcome = await until(() => (child.ended ? 'ended' : isReady()), {
    timeoutMs: TIMEOUT_MS,
    signal,
  }).catch(async error => {
    await child.stop(STOP_GRACE_MS);
    throw error;
  });
  if (outcome !== true) {
    await child.stop(STOP_GRACE_MS);
    throw child.ended ? childEnded(child) : childNotReady(child, TIMEOUT_MS);
  }
  return { seconds: secondsSince(startedAt), steps, child };
}

/** @param {number} startedAt */
export function secondsSince(startedAt) {
  return Number(((performance.now() - startedAt) / 1000).toFixed(1));
}
