import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder for this run alone, named after its process. Those of runs that
 * ended (they are kept after a failure) are removed.
 *
 * @param {string} parent
 */
export function makeScratchFolder(parent) {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name === String(process.pid) || !isRunning(Number(name))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
  const folder = join(parent, String(process.pid));
  mkdirSync(folder);
  return folder;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error.code === 'EPERM';
  }
}
