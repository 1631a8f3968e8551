import { appendFileSync } from 'node:fs';
import { childEnvironment } from '../../lib/process/environment.mjs';
import { run } from '../../lib/process/run.mjs';

/** The environment of somebody who never heard of this repository. */
export function adopterEnvironment() {
  const env = Object.fromEntries(
    Object.entries(childEnvironment()).filter(
      ([name]) => !/^(SUIDO_|POSTGRES_|APP_CONFIG_|npm_|CI$)/.test(name),
    ),
  );
  // Colours would end up in the log.
  return { ...env, FORCE_COLOR: '0' };
}

/**
 * @param {{ env: NodeJS.ProcessEnv, log: string, signal: AbortSignal }} options
 * @returns {import('./run-adopters.mjs').AdopterContext['runNode']}
 */
export function nodeRunner({ env, log, signal }) {
  return async (args, { cwd }) => {
    appendFileSync(log, `\n$ cd ${cwd} && node ${args.join(' ')}\n`);
    const { code, output, stdout } = await run(process.execPath, args, {
      cwd,
      env,
      signal,
      onOutput: chunk => appendFileSync(log, chunk),
    });
    signal.throwIfAborted();
    if (code !== 0) {
      throw new Error(
        `node ${args.join(' ')} ended with code ${code}:\n${output}`,
      );
    }
    return stdout;
  };
}
