import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '../console/problem.mjs';
import { text } from '../console/messages.mjs';
import { freePort } from '../network/ports.mjs';
import { Child } from '../process/child.mjs';
import { run } from '../process/run.mjs';
import { until } from '../process/until.mjs';
import { programOf } from './binaries.mjs';
import { postgresEnvironment } from './environment.mjs';
import { SUPERUSER } from './initialise.mjs';

const START_TIMEOUT_MS = 60_000;
const RETRY_MS = 10_000;
const STOP_GRACE_MS = 7000;

// TCP on the loopback interface only: a socket file would need a folder that
// both accounts can write, and paths of at most 107 bytes.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * @typedef {object} PostgresServer
 * @property {Child} child
 * @property {number} port
 * @property {{ host: string, port: number, user: string, password: string }} connection
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server and waits until it answers.
 *
 * @param {object} options
 * @param {string} options.root where `pg` is installed
 * @param {import('./location.mjs').Location} options.location
 * @param {string} options.password
 * @param {string} options.secretsFile where the password is kept, for a message
 * @param {import('../state/log.mjs').Log} options.log
 * @param {number} [options.preferredPort]
 * @param {Record<string, string>} [options.settings] beyond the defaults
 * @returns {Promise<PostgresServer>}
 */
export async function startServer(options) {
  const { root, location, password, log } = options;
  const { Client } = createRequire(join(root, 'package.json'))('pg');
  // Another program can take the free port before the server does, and the
  // last backends of a killed server keep its shared memory for a moment.
  const deadline = performance.now() + RETRY_MS;
  for (;;) {
    const port = await freePort(options.preferredPort);
    const child = spawnServer(location, port, log, options.settings);
    const connection = {
      host: '127.0.0.1',
      port,
      user: SUPERUSER,
      password,
    };
    const outcome = await until(
      () => (child.ended ? 'ended' : answerOf(Client, connection)),
      { timeoutMs: START_TIMEOUT_MS },
    );
    if (outcome === 'ready') {
      const stop = () => stopServer(child, location);
      return { child, port, connection, stop };
    }
    if (outcome === 'refused') {
      await stopServer(child, location);
      throw new Problem(
        text('postgres.password', { file: options.secretsFile }),
        { cure: text('postgres.password.cure') },
      );
    }
    await child.kill();
    const isPassing =
      /could not bind|shared memory block|is another postmaster/.test(
        log.lastLines(),
      );
    if (!isPassing || performance.now() > deadline) {
      throw new Problem(text('postgres.start'), {
        cure: text('postgres.start.cure', { log: log.path }),
        details: child.ended?.error
          ? String(child.ended.error)
          : log.lastLines(),
      });
    }
    await delay(250);
  }
}

function spawnServer(location, port, log, settings) {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
  return new Child(
    'PostgreSQL',
    programOf(location.programDirectory, 'postgres'),
    ['-D', location.dataDirectory, '-p', String(port), ...flags],
    {
      log,
      env: postgresEnvironment(),
      cwd: location.dataDirectory,
      ...location.account,
      // "Fast shutdown": closes sessions and writes a checkpoint.
      stopSignal: 'SIGINT',
    },
  );
}

async function stopServer(child, location) {
  if (process.platform === 'win32') {
    child.stopping = true;
    await run(programOf(location.programDirectory, 'pg_ctl'), [
      'stop',
      '-D',
      location.dataDirectory,
      '-m',
      'fast',
    ]);
  }
  await child.stop(STOP_GRACE_MS);
}

async function answerOf(Client, connection) {
  const client = new Client({
    ...connection,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    // 28P01: invalid_password; anything else means that it is not up yet.
    return error.code === '28P01' ? 'refused' : undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
