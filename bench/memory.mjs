import { readFileSync } from 'node:fs';
import { run } from '../scripts/lib/process/run.mjs';

/**
 * @typedef {object} Memory
 * @property {number} rssMb resident memory of every process, added up; pages
 *   that processes share count once for each of them
 * @property {number} [pssMb] the same with shared pages divided among their
 *   users: what the machine really has to hold (Linux only)
 */

/**
 * The memory of a process and of everything it started.
 *
 * @param {number} rootPid
 * @returns {Promise<Memory>}
 */
export async function memoryOfTree(rootPid) {
  const processes = await listProcesses();
  const pids = treeOf(rootPid, processes);
  const rssKb = processes
    .filter(({ pid }) => pids.has(pid))
    .reduce((sum, process) => sum + process.rssKb, 0);
  const pssKb = [...pids].reduce((sum, pid) => sum + proportionalKb(pid), 0);
  return {
    rssMb: Math.round(rssKb / 1024),
    pssMb: pssKb > 0 ? Math.round(pssKb / 1024) : undefined,
  };
}

async function listProcesses() {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  return stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .map(([pid, parent, rssKb]) => ({ pid, parent, rssKb }));
}

/**
 * @param {number} root
 * @param {Array<{ pid: number, parent: number }>} processes
 * @returns {Set<number>}
 */
export function treeOf(root, processes) {
  const found = new Set([root]);
  for (const pid of found) {
    processes
      .filter(process => process.parent === pid)
      .forEach(process => found.add(process.pid));
  }
  return found;
}

function proportionalKb(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
