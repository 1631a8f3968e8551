import { isError } from '@backstage/errors';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedRepository, onDisk } from './storageFaults';

const MOST_LINKS = 5; // as git's own SYMREF_MAXDEPTH

/**
 * The commit that a full ref name stands for; `undefined` where there is none.
 *
 * @remarks
 * Reads the file of the ref first and `packed-refs` second. Git packs in the
 * other order (writes the pack, then removes the file), so a branch that is
 * being packed is found in one of the two. A branch that is missed would look
 * deleted, and its proposal would be closed.
 *
 * @throws `DamagedRepository` where the ref holds no commit id, which is how a
 *   power failure leaves the refs of programs that do not flush them, or where
 *   there is no repository: that is not the same as having no such ref
 */
export async function readRef(
  gitdir: string,
  ref: string,
): Promise<string | undefined> {
  return await onDisk(gitdir, async () => {
    let name = ref;
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const text = await readOptional(join(gitdir, name));
      if (text === undefined) {
        return await readPacked(gitdir, name);
      }
      const value = text.trim();
      if (/^[0-9a-f]{40}$/.test(value)) {
        return value;
      }
      if (!value.startsWith('ref: refs/')) {
        throw new DamagedRepository(gitdir, `ref ${name} holds no commit id`);
      }
      name = value.slice('ref: '.length);
    }
    throw new DamagedRepository(gitdir, `ref ${ref} leads to itself`);
  });
}

async function readPacked(
  gitdir: string,
  ref: string,
): Promise<string | undefined> {
  const text = await readOptional(join(gitdir, 'packed-refs'));
  if (text === undefined) {
    await requireFolder(gitdir);
    return undefined;
  }
  if (text !== '' && !text.endsWith('\n')) {
    throw new DamagedRepository(gitdir, 'the file packed-refs is cut short');
  }
  const line = text.split('\n').find(each => each.slice(41) === ref);
  return line?.slice(0, 40);
}

/** A disk that is not mounted must not look like a repository without refs. */
async function requireFolder(gitdir: string): Promise<void> {
  const stat = await fs.stat(join(gitdir, 'objects')).catch(() => undefined);
  if (!stat?.isDirectory()) {
    throw new DamagedRepository(
      gitdir,
      'its folder is not there (is its disk mounted?)',
    );
  }
}

/** Text of a file; `undefined` where there is none, or a folder. */
async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await fs.readFile(path, 'utf8');
  } catch (error) {
    if (
      isError(error) &&
      ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))
    ) {
      return undefined;
    }
    throw error;
  }
}
