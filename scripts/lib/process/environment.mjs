import { delimiter, dirname } from 'node:path';

/**
 * The environment for programs that we start: the given Node first on the
 * PATH, so that `#!/usr/bin/env node` and install scripts find the same one.
 *
 * @param {string} [node]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(node = process.execPath) {
  const env = { ...process.env };
  // Windows spells it `Path`; two spellings in one environment hide each other.
  const name =
    Object.keys(env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  env[name] = [dirname(node), env[name]].filter(Boolean).join(delimiter);
  return env;
}
