import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postgresAccount } from '../postgres/account.mjs';
import { programOf } from '../postgres/binaries.mjs';
import { initialiseCluster } from '../postgres/initialise.mjs';
import { recoverFromKilledPredecessor } from '../postgres/pid-file.mjs';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../postgres/postgres.mjs';
import { startServer } from '../postgres/server.mjs';
import { Log } from '../state/log.mjs';
import { randomSecret } from '../state/secrets.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';

// The data is thrown away, so nothing has to survive a crash.
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
  shared_buffers: '64MB',
};

/**
 * The floor of supported versions, where it is installed: Debian and Ubuntu,
 * Fedora, Homebrew, or where SUIDO_POSTGRES15 says.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} folder with bin, lib, share
 */
export function findPostgres15(env = process.env) {
  return [
    env.SUIDO_POSTGRES15,
    '/usr/lib/postgresql/15',
    '/usr/pgsql-15',
    '/opt/homebrew/opt/postgresql@15',
    '/usr/local/opt/postgresql@15',
  ].find(directory => directory && existsSync(programOf(directory, 'initdb')));
}

/**
 * Runs `work` with the connection string of a fresh embedded PostgreSQL 18.
 *
 * @template T
 * @param {{ root: string, scratch: string }} context
 * @param {(connectionString: string) => Promise<T>} work
 */
export async function withPostgres18({ root, scratch }, work) {
  const stateDirectory = join(scratch, 'postgres-18');
  prepareStateDirectory(stateDirectory);
  const server = await startEmbeddedPostgres({
    root,
    stateDirectory,
    settings: SETTINGS,
  });
  try {
    return await work(connectionString(server.connection));
  } finally {
    await server.stop();
    await removeEmbeddedPostgres(stateDirectory);
  }
}

/**
 * Runs `work` with the connection string of a fresh PostgreSQL 15.
 *
 * @template T
 * @param {{ root: string, scratch: string }} context
 * @param {string} programDirectory from {@link findPostgres15}
 * @param {(connectionString: string) => Promise<T>} work
 */
export async function withPostgres15(
  { root, scratch },
  programDirectory,
  work,
) {
  const stateDirectory = join(scratch, 'postgres-15');
  prepareStateDirectory(stateDirectory);
  const dataDirectory = join(stateDirectory, 'postgres');
  const location = {
    dataDirectory,
    programDirectory,
    account: postgresAccount(dataDirectory),
  };
  const password = randomSecret();
  await initialiseCluster(location, password, { majorVersion: 15 });
  await recoverFromKilledPredecessor(dataDirectory);
  const server = await startServer({
    root,
    location,
    password,
    secretsFile: stateDirectory,
    log: new Log(stateDirectory, 'postgres'),
    settings: SETTINGS,
  });
  try {
    return await work(connectionString(server.connection));
  } finally {
    await server.stop();
  }
}

function connectionString({ host, port, user, password }) {
  return `postgresql://${user}:${password}@${host}:${port}/postgres`;
}
