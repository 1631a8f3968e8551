import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * True when a process with this id exists, whoever owns it.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * The command line of a process, or `undefined` when there is no such process
 * or the system does not tell. A process id alone proves nothing: the system
 * gives the id of a dead process to the next newcomer.
 *
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) {
    return undefined;
  }
  try {
    if (process.platform === 'linux') {
      const raw = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return raw.split('\0').join(' ').trim() || undefined;
    }
    const [program, args] =
      process.platform === 'win32'
        ? [
            'powershell',
            [
              '-NoProfile',
              '-Command',
              `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
            ],
          ]
        : ['ps', ['-o', 'command=', '-p', String(pid)]];
    const output = execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}

// A killed process whose parent has not collected it yet still answers to
// signal 0; in a container without an init process it stays so for ever.
function isZombie(pid) {
  if (process.platform !== 'linux') {
    return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
