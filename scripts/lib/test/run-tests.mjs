import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot, stateDirectory } from '../checkout.mjs';
import { text } from '../console/messages.mjs';
import { Progress } from '../console/progress.mjs';
import { Problem } from '../console/problem.mjs';
import { installPackages } from '../install/install.mjs';
import { StopRequest, StopRequested } from '../portal/stop-request.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';
import { parseTestArguments } from './arguments.mjs';
import { bundle, format, lint, scripts, types } from './checks.mjs';
import { endToEnd } from './end-to-end.mjs';
import { jest, jestPostgres15 } from './jest.mjs';
import { checkResult } from './part.mjs';
import { formatTotals, sum } from './totals.mjs';

/** In this order: what fails fastest first. */
const PARTS = [
  format,
  lint,
  types,
  scripts,
  jest,
  jestPostgres15,
  bundle,
  endToEnd,
];

const MAX_OUTPUT_LINES = 400;

const HELP = `Usage: npm test -- [options]

Installs what is missing and runs every check and test of the repository.

  --only <parts>   only these parts, separated by commas
  --skip <parts>   all but these parts
  --verbose        show the output of every part as it comes

Parts: ${PARTS.map(part => part.name).join(', ')}`;

/**
 * `npm test`.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args) {
  const names = PARTS.map(part => part.name);
  const options = parseTestArguments(args, names);
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const stop = new StopRequest();
  const directory = stateDirectory();
  const progress = new Progress();
  prepareStateDirectory(directory);
  await progress.step(text('step.install'), () =>
    installPackages({
      root: repositoryRoot,
      stateDirectory: directory,
      verbose: options.verbose,
      signal: stop.signal,
    }),
  );
  const context = {
    root: repositoryRoot,
    logDirectory: join(directory, 'log'),
    scratch: makeScratch(),
    verbose: options.verbose,
    signal: stop.signal,
  };
  const results = [];
  try {
    for (const part of PARTS.filter(({ name }) =>
      options.parts.includes(name),
    )) {
      results.push(await runPart(part, context, progress));
    }
  } catch (error) {
    if (error instanceof StopRequested) {
      return 130;
    }
    throw error;
  } finally {
    rmSync(context.scratch, { recursive: true, force: true });
  }
  const totals = sum(results.map(result => result.totals));
  progress.line();
  progress.line(formatTotals(totals));
  return totals.failed === 0 ? 0 : 1;
}

async function runPart(part, context, progress) {
  let result;
  await progress.step(part.title, async () => {
    result = await part.run(context).catch(asFailure);
    const { passed, failed, skipped } = result.totals;
    const figures = [
      `${passed} passed`,
      failed && `${failed} FAILED`,
      skipped && `${skipped} skipped`,
    ].filter(Boolean);
    return {
      line: `${part.title}: ${figures.join(', ')}`,
      isFailed: failed > 0,
    };
  });
  if (result.note) {
    progress.line(`      ${result.note}`);
  }
  if (result.totals.failed > 0 && !context.verbose) {
    const lines = (result.output ?? '').trimEnd().split('\n');
    const omitted = lines.length - MAX_OUTPUT_LINES;
    if (omitted > 0) {
      progress.line(
        `      … ${omitted} lines before these are in ${context.logDirectory}`,
      );
    }
    for (const line of lines.slice(-MAX_OUTPUT_LINES)) {
      progress.line(`      ${line}`);
    }
  }
  return result;
}

// A part that cannot even begin (no database, say) fails; the others still run.
function asFailure(error) {
  if (error instanceof StopRequested) {
    throw error;
  }
  const output =
    error instanceof Problem
      ? [error.message, error.cure, error.details].filter(Boolean).join('\n')
      : error.stack;
  return checkResult({ code: 1, output });
}

// The account of the test databases must be able to enter it.
function makeScratch() {
  const scratch = mkdtempSync(join(tmpdir(), 'suido-test-'));
  chmodSync(scratch, 0o755);
  return scratch;
}
