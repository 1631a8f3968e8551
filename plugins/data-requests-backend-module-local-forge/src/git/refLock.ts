import { isError, ServiceUnavailableError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * The lock file of a ref, by git's own protocol (`gitrepository-layout`,
 * "lockfile"): whoever creates `<ref>.lock` may compare and write the ref. So
 * a `git push` from outside and the portal exclude each other; other processes
 * of the portal are kept out by the database lock already.
 *
 * Git only asks whether something has that name. The portal puts a symbolic
 * link there whose text says who holds it: such a link appears at once with
 * its text, so a lock that a killed process left behind is told from one that
 * somebody holds, and is taken away at the next write. Where the file system
 * has no links, an empty file must do.
 */

/** Who holds the locks of this process: host, process id, one word of its own. */
const HOLDER = ['suido', hostname(), process.pid, randomUUID()].join('/');

/** Locks that this process has now. */
const held = new Set<string>();

/** Pauses between attempts; git itself holds such a lock for milliseconds. */
const PAUSES_MS = [1, 5, 20, 50, 100, 150, 200];

/**
 * How long a lock of an unknown holder stays as it is until it counts as left
 * behind. Measured by a clock that nobody can set: the time of a file and that
 * of this process may be days apart.
 */
const ABANDONED_AFTER_MS = 60_000;

/** Locks of others: what they looked like, since when. */
const seen = new Map<string, { mark: string; sinceMs: number }>();

/**
 * Takes the lock of a ref.
 * @returns what gives it back
 * @throws `ServiceUnavailableError` where another git process keeps it
 */
export async function takeRefLock(
  path: string,
  ref: string,
): Promise<() => Promise<void>> {
  const lockPath = `${path}.lock`;
  for (const pauseMs of PAUSES_MS) {
    if (await create(lockPath)) {
      seen.delete(lockPath);
      held.add(lockPath);
      return async () => {
        held.delete(lockPath);
        await fs.rm(lockPath, { force: true });
      };
    }
    if (await isAbandoned(lockPath)) {
      await fs.rm(lockPath, { force: true });
    } else {
      await pause(pauseMs);
    }
  }
  throw new ServiceUnavailableError(
    `${ref} is being written by another git process; repeat it in a moment. A lock that a killed git left behind is taken away after a minute`,
  );
}

/** Whether the lock was free and is ours now. */
async function create(lockPath: string): Promise<boolean> {
  // Again for each attempt: git removes folders of refs that are empty.
  await fs.mkdir(dirname(lockPath), { recursive: true });
  try {
    await fs.symlink(HOLDER, lockPath).catch(async error => {
      if (!hasCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) {
        throw error;
      }
      await (await fs.open(lockPath, 'wx')).close();
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOENT')) {
      return false;
    }
    throw error;
  }
}

async function isAbandoned(lockPath: string): Promise<boolean> {
  const holder = await fs.readlink(lockPath).catch(() => '');
  if (holder === HOLDER) {
    // Ours, and perhaps of a write whose disk did not let it be removed.
    return !held.has(lockPath);
  }
  const [, host, pid, word] = holder.split('/');
  if (
    word !== undefined &&
    host === hostname() &&
    // A container that starts again has the same process id.
    (Number(pid) === process.pid || !isRunning(Number(pid)))
  ) {
    return true;
  }
  const stat = await fs.lstat(lockPath).catch(() => undefined);
  if (!stat) {
    return false;
  }
  const mark = `${stat.ino} ${stat.ctimeMs}`;
  const known = seen.get(lockPath);
  if (known?.mark !== mark) {
    seen.set(lockPath, { mark, sinceMs: performance.now() });
    return false;
  }
  return performance.now() - known.sinceMs >= ABANDONED_AFTER_MS;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process: it is there.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return isError(error) && codes.includes(String(error.code));
}
