import { ConflictError, isError } from '@backstage/errors';
import { dirname, join } from 'node:path';
import { flushFolder, writeDurably } from './durableFile';
import { readRef } from './readRef';
import { takeRefLock } from './refLock';
import { onDisk } from './storageFaults';

/**
 * Moves a ref from one commit to another, or makes it. The lock of the ref
 * keeps others away between the look and the write.
 *
 * @param expected - `undefined` where the ref must not exist yet
 * @throws `ConflictError` where the ref stands at another commit, or a branch
 *   has a part of its name; `ServiceUnavailableError` where another git
 *   process keeps the lock
 */
export async function updateRef(
  gitdir: string,
  ref: string,
  expected: string | undefined,
  next: string,
): Promise<void> {
  const path = join(gitdir, ref);
  await onDisk(gitdir, async () => {
    try {
      const release = await takeRefLock(path, ref);
      try {
        const current = await readRef(gitdir, ref);
        if (current !== expected) {
          throw new ConflictError(
            `${ref} is at ${current ?? 'no commit'}, not at ${
              expected ?? 'no commit'
            }; read it again and repeat`,
          );
        }
        await writeDurably(gitdir, path, `${next}\n`);
        await flushFolder(dirname(path));
      } finally {
        await release();
      }
    } catch (error) {
      // The folder of the ref is a ref itself, or the ref a folder of refs.
      if (
        isError(error) &&
        ['ENOTDIR', 'EEXIST', 'EISDIR'].includes(String(error.code))
      ) {
        throw new ConflictError(
          `${ref} cannot be made: another branch has a part of its name, or goes on from it`,
        );
      }
      throw error;
    }
  });
}
