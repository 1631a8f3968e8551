import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../process/environment.mjs';
import { run } from '../process/run.mjs';

/**
 * @typedef {object} TestContext
 * @property {string} root
 * @property {string} logDirectory
 * @property {string} scratch folder that is deleted after the run
 * @property {boolean} verbose
 * @property {AbortSignal} signal
 */

/**
 * @typedef {object} PartResult
 * @property {import('./totals.mjs').Totals} totals
 * @property {string} [output] shown when something failed
 * @property {string} [note] shown in any case, e.g. why something was skipped
 */

/**
 * @typedef {object} Part
 * @property {string} name for `--only` and `--skip`
 * @property {string} title
 * @property {(context: TestContext) => Promise<PartResult>} run
 */

/**
 * Runs a Node program of the repository with its output in a log.
 *
 * @param {TestContext} context
 * @param {string} logName
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] beyond our own
 */
export async function runNode(context, logName, args, env = {}) {
  const log = createWriteStream(
    join(context.logDirectory, `test-${logName}.log`),
  );
  const result = await run(process.execPath, args, {
    cwd: context.root,
    // Colours would end up in logs and hide the text that is parsed.
    env: { ...childEnvironment(), FORCE_COLOR: '0', ...env },
    signal: context.signal,
    onOutput: chunk => {
      log.write(chunk);
      if (context.verbose) {
        process.stdout.write(chunk);
      }
    },
  });
  await new Promise(resolve => {
    log.end(resolve);
  });
  context.signal.throwIfAborted();
  return result;
}

/**
 * A check that has no tests of its own counts as one test.
 *
 * @param {{ code: number, output: string }} result
 * @returns {PartResult}
 */
export function checkResult({ code, output }) {
  const isPassed = code === 0;
  return {
    totals: {
      passed: isPassed ? 1 : 0,
      failed: isPassed ? 0 : 1,
      skipped: 0,
    },
    output,
  };
}

/**
 * Totals of a runner, or one failure when it ended without any (it crashed, or
 * it failed although every test passed).
 *
 * @param {{ code: number, output: string }} result
 * @param {import('./totals.mjs').Totals | undefined} totals
 * @returns {PartResult}
 */
export function runnerResult({ code, output }, totals) {
  if (!totals) {
    return checkResult({ code: code || 1, output });
  }
  const failed = Math.max(totals.failed, code === 0 ? 0 : 1);
  return { totals: { ...totals, failed }, output };
}
