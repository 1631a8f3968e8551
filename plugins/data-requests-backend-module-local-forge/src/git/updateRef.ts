import { ConflictError, isError } from '@backstage/errors';
import git from 'isomorphic-git';
import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gitFileSystem } from './gitFileSystem';

/** Git holds such a lock for milliseconds; an older one was left behind. */
const ABANDONED_LOCK_AGE_MS = 60_000;

/** The commit that a full ref name stands for; `undefined` where there is none. */
export async function readRef(
  gitdir: string,
  ref: string,
): Promise<string | undefined> {
  try {
    return await git.resolveRef({ fs: gitFileSystem, gitdir, ref });
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Moves a ref from one commit to another, or makes it.
 *
 * @remarks
 * Speaks git's own protocol (`gitrepository-layout`, "lockfile"): whoever
 * creates `<ref>.lock` may compare and write, and the rename publishes. So a
 * `git push` from outside and this process exclude each other, other processes
 * of the portal being kept out by the database lock already.
 *
 * @param expected - `undefined` where the ref must not exist yet
 * @throws `ConflictError` where the ref stands at another commit
 */
export async function updateRef(
  gitdir: string,
  ref: string,
  expected: string | undefined,
  next: string,
): Promise<void> {
  const path = join(gitdir, ref);
  const lockPath = `${path}.lock`;
  await fs.mkdir(dirname(path), { recursive: true });
  const lock = await takeLock(lockPath, ref);
  let isPublished = false;
  try {
    const current = await readRef(gitdir, ref);
    if (current !== expected) {
      throw new ConflictError(
        `${ref} is at ${current ?? 'no commit'}, not at ${
          expected ?? 'no commit'
        }; read it again and repeat`,
      );
    }
    await lock.writeFile(`${next}\n`);
    await lock.sync();
    await fs.rename(lockPath, path);
    isPublished = true;
  } finally {
    await lock.close();
    if (!isPublished) {
      await fs.rm(lockPath, { force: true });
    }
  }
}

async function takeLock(lockPath: string, ref: string): Promise<fs.FileHandle> {
  const open = () => fs.open(lockPath, 'wx', 0o644);
  try {
    return await open();
  } catch (error) {
    if (!isError(error) || error.code !== 'EEXIST') {
      throw error;
    }
  }
  const stat = await fs.stat(lockPath).catch(() => undefined);
  if (stat && Date.now() - stat.mtimeMs < ABANDONED_LOCK_AGE_MS) {
    throw new ConflictError(
      `${ref} is being written by another git process; repeat in a moment`,
    );
  }
  await fs.rm(lockPath, { force: true });
  return open();
}
