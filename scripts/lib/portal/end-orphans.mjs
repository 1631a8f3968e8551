import { endProcess } from '../process/child.mjs';
import { commandOf, isAlive } from '../process/identity.mjs';

const GRACE_MS = 3000;

/**
 * Waits for the programs that a killed launcher left behind. They notice it by
 * themselves (lib/child/exit-with-parent.cjs), but until they have ended they
 * hold the portal's port.
 *
 * @param {number[]} pids
 */
export async function endOrphans(pids) {
  // The ids may belong to other programs by now; only ours are loaded with
  // this file.
  const ours = pids.filter(
    pid => isAlive(pid) && commandOf(pid)?.includes('exit-with-parent.cjs'),
  );
  await Promise.all(ours.map(pid => endProcess(pid, 'SIGTERM', GRACE_MS)));
}
