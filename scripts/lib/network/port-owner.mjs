import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandOf } from '../process/identity.mjs';
import { run } from '../process/run.mjs';

const LISTEN = '0A';

/**
 * The program that listens on a TCP port, as far as this user may know it.
 *
 * @param {number} port
 * @returns {Promise<{ pid: number, command: string } | undefined>}
 */
export async function portOwner(port) {
  const pid =
    process.platform === 'linux' ? linuxOwner(port) : await lsofOwner(port);
  const command = pid && commandOf(pid);
  return command ? { pid, command: command.slice(0, 100) } : undefined;
}

// Linux containers often have neither lsof nor ss, but always /proc.
function linuxOwner(port) {
  const inodes = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file =>
      listeningInodes(readOrEmpty(file), port),
    ),
  );
  if (inodes.size === 0) {
    return undefined;
  }
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .find(pid => holdsSocket(pid, inodes));
}

/**
 * The inodes of the sockets that listen on `port`, from the text of
 * `/proc/net/tcp` (format: proc(5)).
 *
 * @param {string} table
 * @param {number} port
 */
export function listeningInodes(table, port) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .filter(fields => fields[1]?.endsWith(suffix) && fields[3] === LISTEN)
    .map(fields => fields[9]);
}

function holdsSocket(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(fd => {
      const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
      const match = /^socket:\[(\d+)\]$/.exec(target);
      return match !== null && inodes.has(match[1]);
    });
  } catch {
    return false;
  }
}

async function lsofOwner(port) {
  const { code, stdout } = await run('lsof', [
    '-nP',
    `-iTCP:${port}`,
    '-sTCP:LISTEN',
    '-t',
  ]);
  const pid = Number.parseInt(stdout, 10);
  return code === 0 && Number.isInteger(pid) ? pid : undefined;
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
