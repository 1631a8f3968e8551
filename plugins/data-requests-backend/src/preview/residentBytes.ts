import { readFileSync } from 'node:fs';

/**
 * Memory that a process holds now, where the system tells (Linux: `VmRSS` of
 * proc(5)); `undefined` elsewhere, or once the process is gone.
 */
export function residentBytes(pid: number): number | undefined {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return undefined;
  }
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return match ? Number(match[1]) * 1024 : undefined;
}
