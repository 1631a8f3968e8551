import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * How to run npx here: as a script of the Node that runs us, which needs no
 * shell and works on Windows, or by name when the script cannot be found.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 * @returns {{ program: string, args: string[] }}
 */
export function findNpx(env, execPath) {
  const script = candidates(env, execPath).find(existsSync);
  return script
    ? { program: execPath, args: [script] }
    : { program: 'npx', args: [] };
}

function candidates(env, execPath) {
  const bin = dirname(execPath);
  const paths = [
    join(bin, '../lib/node_modules/npm/bin/npx-cli.js'),
    join(bin, 'node_modules/npm/bin/npx-cli.js'),
    '/usr/share/nodejs/npm/bin/npx-cli.js',
  ];
  // Set by `npm start`; under Yarn it names Yarn's own file.
  if (/npm-cli\.c?js$/.test(env.npm_execpath ?? '')) {
    paths.unshift(join(dirname(env.npm_execpath), 'npx-cli.js'));
  }
  for (const directory of (env.PATH ?? '').split(delimiter)) {
    const file = join(directory, 'npx');
    if (directory && existsSync(file)) {
      const target = realpathSync(file);
      if (target.endsWith('.js')) {
        paths.push(target);
      }
    }
  }
  return paths;
}
