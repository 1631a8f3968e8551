import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from '../process/child.mjs';
import { commandOf, isAlive } from '../process/identity.mjs';

const FAST_SHUTDOWN_MS = 8000;

/**
 * Clears what a killed launcher left in the data directory, so that the
 * server can start:
 *
 * - the server still runs (it outlives a killed launcher): it is shut down,
 *   because its log and its life belong to a process that is gone;
 * - nobody has the process id any more, or another program has it now (the
 *   server itself would then refuse to start): the file is removed.
 *
 * Only called while we hold the state folder, so no living launcher uses it.
 *
 * @param {string} dataDirectory
 * @returns {Promise<'clean' | 'stale' | 'stopped'>}
 */
export async function recoverFromKilledPredecessor(dataDirectory) {
  const path = join(dataDirectory, 'postmaster.pid');
  const pid = readPid(path);
  if (pid === undefined) {
    return 'clean';
  }
  if (!isAlive(pid)) {
    rmSync(path, { force: true });
    return 'stale';
  }
  const command = commandOf(pid);
  if (command === undefined) {
    // Alive, but the system hides who it is: PostgreSQL itself decides.
    return 'clean';
  }
  if (isServerOf(command, dataDirectory)) {
    await endProcess(pid, 'SIGINT', FAST_SHUTDOWN_MS);
    rmSync(path, { force: true });
    return 'stopped';
  }
  rmSync(path, { force: true });
  return 'stale';
}

/**
 * Whether a command line is the server that we start for this directory.
 *
 * @param {string} command
 * @param {string} dataDirectory
 */
export function isServerOf(command, dataDirectory) {
  // Windows quotes its arguments and adds the suffix.
  const plain = ` ${command.replaceAll('"', '').replace('.exe ', ' ')} `;
  return ['/', '\\', ' '].some(before =>
    plain.includes(`${before}postgres -D ${dataDirectory} `),
  );
}

function readPid(path) {
  let content;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  // First line of the file: PostgreSQL, src/include/utils/pidfile.h. A file
  // that was cut short by a full disk names nobody.
  const pid = Number.parseInt(content, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : 0x7fffffff;
}
