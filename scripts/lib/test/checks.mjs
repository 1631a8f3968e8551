import { join } from 'node:path';
import { backstageCli, buildApp } from '../bundle/build-app.mjs';
import { Problem } from '../console/problem.mjs';
import { filesBelow } from '../state/fingerprint.mjs';
import { checkResult, runNode, runnerResult } from './part.mjs';
import { nodeTestTotals } from './totals.mjs';

/** @type {import('./part.mjs').Part} */
export const format = {
  name: 'format',
  title: 'Formatting (prettier)',
  run: async context =>
    checkResult(
      await runNode(context, 'format', [
        join(context.root, 'node_modules/prettier/bin-prettier.js'),
        '--check',
        '.',
      ]),
    ),
};

/** @type {import('./part.mjs').Part} */
export const lint = {
  name: 'lint',
  title: 'Lint (ESLint)',
  run: async context =>
    checkResult(
      await runNode(context, 'lint', [
        backstageCli(context.root),
        'repo',
        'lint',
        '--format',
        'stylish',
      ]),
    ),
};

/** @type {import('./part.mjs').Part} */
export const types = {
  name: 'types',
  title: 'Types (tsc)',
  run: async context =>
    checkResult(
      await runNode(context, 'types', [
        join(context.root, 'node_modules/typescript/bin/tsc'),
        '--pretty',
        'false',
      ]),
    ),
};

/** @type {import('./part.mjs').Part} */
export const scripts = {
  name: 'scripts',
  title: 'Launcher (node --test)',
  run: async context => {
    const tests = filesBelow(
      join(context.root, 'scripts'),
      (name, isDirectory) => isDirectory || name.endsWith('.test.mjs'),
    );
    const result = await runNode(context, 'scripts', [
      '--test',
      '--test-reporter=tap',
      ...tests,
    ]);
    return runnerResult(result, nodeTestTotals(result.output));
  },
};

/** @type {import('./part.mjs').Part} */
export const bundle = {
  name: 'bundle',
  title: 'App bundle',
  run: async context => {
    try {
      await buildApp({
        root: context.root,
        stateDirectory: join(context.logDirectory, '..'),
        verbose: context.verbose,
        signal: context.signal,
      });
      return checkResult({ code: 0, output: '' });
    } catch (error) {
      if (error instanceof Problem) {
        return checkResult({ code: 1, output: error.details ?? error.message });
      }
      throw error;
    }
  },
};
