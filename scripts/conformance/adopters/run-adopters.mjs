import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StopRequest } from '../../lib/portal/stop-request.mjs';
import { removeEmbeddedPostgres } from '../../lib/postgres/postgres.mjs';
import { Suite } from '../suite.mjs';
import { checkAdopters } from './adopter-checks.mjs';
import { removeCachedTarballs } from './cached-tarballs.mjs';
import { adopterEnvironment, nodeRunner } from './run-node.mjs';

/**
 * @typedef {object} AdopterContext
 * @property {string} root of this repository
 * @property {string} scratch folder outside of it: what a package forgot to
 *   name must not be found in our own node_modules
 * @property {NodeJS.ProcessEnv} env
 * @property {AbortSignal} signal
 * @property {(args: string[], options: { cwd: string }) => Promise<string>} runNode
 *   runs a program of Node to its end; throws what it said where it failed
 */

/**
 * What somebody does who runs Backstage already and wants data requests: packs
 * (for them: a registry), installs, adds a line and config, starts.
 *
 * @param {{ root: string, log: string, report: import('../report.mjs').Report }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runAdopters({ root, log, report }) {
  const { signal } = new StopRequest();
  const scratch = mkdtempSync(join(tmpdir(), 'suido-adopter-'));
  // The account of the database must be able to enter it.
  chmodSync(scratch, 0o755);
  const env = adopterEnvironment();
  const runNode = nodeRunner({ env, log, signal });
  const context = { root, scratch, env, signal, runNode };
  const suite = new Suite(report);
  report.say('Data requests in a stock Backstage');
  try {
    await checkAdopters(context, suite);
  } finally {
    await removePortal(context);
  }
  return suite.totals;
}

async function removePortal(context) {
  const state = join(context.scratch, 'portal/.state');
  if (existsSync(state)) {
    await removeEmbeddedPostgres(state);
  }
  await removeCachedTarballs(context);
  // This one deletes several files at a time; there are a hundred thousand.
  await rm(context.scratch, { recursive: true, force: true });
}
