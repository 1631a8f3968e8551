import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, stateDirectory } from '../scripts/lib/checkout.mjs';
import { Problem } from '../scripts/lib/console/problem.mjs';
import { Progress } from '../scripts/lib/console/progress.mjs';
import { installPackages } from '../scripts/lib/install/install.mjs';
import { StopRequest } from '../scripts/lib/portal/stop-request.mjs';
import { prepareStateDirectory } from '../scripts/lib/state/state-directory.mjs';
import { writeJson } from '../scripts/lib/state/json-file.mjs';
import { machine } from './machine.mjs';
import { formatTable, withVerdict } from './results.mjs';

/** Name on the command line → module with `run(context)`. */
const BENCHES = {
  request: './request/request.mjs',
  start: './start/start.mjs',
};

/**
 * `npm run bench -- <name>`: prints a table and writes
 * `bench/results/<name>.json`.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 1 when a goal was missed
 */
export async function runBench([name, ...options]) {
  if (!Object.hasOwn(BENCHES, name ?? '')) {
    throw new Problem(name ? `No benchmark "${name}".` : 'Which benchmark?', {
      cure: `npm run bench -- <name>, one of: ${Object.keys(BENCHES).join(
        ', ',
      )}`,
    });
  }
  const stop = new StopRequest();
  const progress = new Progress();
  const directory = stateDirectory();
  prepareStateDirectory(directory);
  await progress.step('Packages of this checkout', () =>
    installPackages({
      root: repositoryRoot,
      stateDirectory: directory,
      verbose: false,
      signal: stop.signal,
    }),
  );
  const bench = await import(BENCHES[name]);
  const results = await bench.run({
    root: repositoryRoot,
    progress,
    signal: stop.signal,
    options,
  });
  const report = {
    bench: name,
    machine: machine(),
    results: results.map(withVerdict),
  };
  const output = join(repositoryRoot, 'bench/results');
  mkdirSync(output, { recursive: true });
  writeJson(join(output, `${name}.json`), report);
  progress.line();
  progress.line(report.machine);
  progress.line(formatTable(report.results));
  return report.results.some(result => result.met === false) ? 1 : 0;
}
