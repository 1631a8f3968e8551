import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backstageCli } from '../bundle/build-app.mjs';
import { workspaceDirectories } from '../install/workspaces.mjs';
import { filesBelow } from '../state/fingerprint.mjs';
import { readJson } from '../state/json-file.mjs';
import {
  findPostgres15,
  withPostgres15,
  withPostgres18,
} from './databases.mjs';
import { runNode, runnerResult } from './part.mjs';
import { jestTotals, NOTHING } from './totals.mjs';

const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** @type {import('./part.mjs').Part} */
export const jest = {
  name: 'jest',
  title: 'Jest, databases on PostgreSQL 18',
  run: context =>
    withPostgres18(context, connection =>
      runJest(context, 'jest', { [CONNECTION]: connection }, []),
    ),
};

/**
 * The suites that use a database, again on the oldest supported version. The
 * suites ask for "POSTGRES_18"; this name leads them to the other server, so
 * that no suite can forget to list both.
 *
 * @type {import('./part.mjs').Part}
 */
export const jestPostgres15 = {
  name: 'postgres15',
  title: 'Jest, database suites on PostgreSQL 15',
  run: async context => {
    const suites = databaseSuites(context.root);
    const programs = findPostgres15();
    if (!programs || suites.length === 0) {
      return {
        totals: { ...NOTHING, skipped: suites.length },
        note: `${suites.length} suites skipped: PostgreSQL 15 is not installed. Debian: apt-get install postgresql-15; elsewhere set SUIDO_POSTGRES15 to its folder.`,
      };
    }
    return withPostgres15(context, programs, connection =>
      runJest(context, 'jest-postgres15', { [CONNECTION]: connection }, [
        '--runTestsByPath',
        ...suites,
      ]),
    );
  },
};

/**
 * The test files that ask Backstage's `TestDatabases` for a database.
 *
 * @param {string} root
 */
export function databaseSuites(root) {
  const isRelevant = (name, isDirectory) =>
    isDirectory
      ? !['node_modules', 'dist', 'dist-types'].includes(name)
      : /\.test\.tsx?$/.test(name);
  return workspaceDirectories(root)
    .flatMap(directory => filesBelow(directory, isRelevant))
    .filter(file => readFileSync(file, 'utf8').includes('TestDatabases'));
}

async function runJest(context, name, env, args) {
  const report = join(context.scratch, `${name}.json`);
  const result = await runNode(
    context,
    name,
    [
      backstageCli(context.root),
      'repo',
      'test',
      // Only stops what hangs: a slow machine is no reason to fail.
      '--testTimeout=180000',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    {
      // Without CI the CLI watches; with it, it would try containers for
      // databases that have no connection string.
      CI: '1',
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      // Each worker parses a good part of Backstage.
      NODE_OPTIONS: '--max-old-space-size=4096',
      ...env,
    },
  );
  const totals = readJson(report);
  return runnerResult(
    { ...result, output: withoutJson(result.output) },
    totals && jestTotals(totals),
  );
}

// `--json` repeats the report on the standard output.
function withoutJson(output) {
  return output
    .split('\n')
    .filter(line => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');
}
