import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Log } from '../state/log.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';
import { keptSecrets, secretsFile } from '../state/secrets.mjs';
import { embeddedBinaries } from './binaries.mjs';
import { initialiseCluster } from './initialise.mjs';
import {
  pointerFile,
  postgresLocation,
  rememberedOutside,
} from './location.mjs';
import { recoverFromKilledPredecessor } from './pid-file.mjs';
import { startServer } from './server.mjs';

/**
 * Starts the PostgreSQL 18 of a state folder: finds a place for it, creates
 * it the first time, clears up after a killed predecessor.
 *
 * @param {{ root: string, stateDirectory: string, verbose?: boolean,
 *   settings?: Record<string, string> }} options
 * @returns {Promise<import('./server.mjs').PostgresServer & { recovered: boolean }>}
 */
export async function startEmbeddedPostgres(options) {
  const { root, stateDirectory, verbose, settings } = options;
  const { postgresPassword: password } = keptSecrets(stateDirectory);
  const location = await postgresLocation(
    stateDirectory,
    embeddedBinaries(root),
  );
  await initialiseCluster(location, password);
  const before = await recoverFromKilledPredecessor(location.dataDirectory);
  const pointer = readJson(pointerFile(stateDirectory));
  const server = await startServer({
    root,
    location,
    password,
    secretsFile: secretsFile(stateDirectory),
    log: new Log(stateDirectory, 'postgres', { verbose }),
    preferredPort: pointer?.port,
    settings,
  });
  writeJson(pointerFile(stateDirectory), {
    ...readJson(pointerFile(stateDirectory)),
    port: server.port,
  });
  return { ...server, recovered: before !== 'clean' };
}

/**
 * Deletes the database of a state folder, wherever it is kept. A server that
 * a killed launcher left running is stopped first.
 *
 * @param {string} stateDirectory
 */
export async function removeEmbeddedPostgres(stateDirectory) {
  const inside = join(stateDirectory, 'postgres');
  const outside = rememberedOutside(stateDirectory);
  const folders = outside ? [inside, outside] : [inside];
  await recoverFromKilledPredecessor(inside);
  if (outside) {
    await recoverFromKilledPredecessor(join(outside, 'data'));
  }
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(pointerFile(stateDirectory), { force: true });
}
