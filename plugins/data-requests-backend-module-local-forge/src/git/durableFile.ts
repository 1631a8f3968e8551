import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';

/*
 * Every file of a repository comes into being here: written under another
 * name, flushed, then renamed. A process that dies in between leaves the file
 * as it was, and one that is half-written is never seen under its name.
 *
 * The other name is `objects/tmp_obj_…`, git's own for such files: git takes
 * none of them for an object or a ref, and `git gc` clears away old ones. That
 * is also why refs are not written beside their place: there git reads every
 * file as a ref.
 *
 * `fs` is asked for its functions at each call, so that tests can let single
 * writes fail.
 */

/** Where half-written files of a repository are. */
function temporaryPath(gitdir: string): string {
  return join(gitdir, 'objects', `tmp_obj_${randomUUID()}`);
}

/**
 * Writes a file of a repository: whole or not at all.
 * @param gitdir - has the folder `objects`
 * @param path - its folder is made where it is not there
 */
export async function writeDurably(
  gitdir: string,
  path: string,
  data: string | Uint8Array,
): Promise<void> {
  const temporary = temporaryPath(gitdir);
  try {
    const file = await fs.open(temporary, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.mkdir(dirname(path), { recursive: true });
    await fs.rename(temporary, path);
  } catch (error) {
    // The fault itself is what the caller needs to know, not this one.
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Flushes the names of a folder.
 *
 * @remarks
 * Called once a ref was renamed into its place: rows are stored after that,
 * and after a power failure git must not know less than the rows do. The
 * objects need no flush of their own: journals keep the order of renames.
 */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') {
    // Windows opens no folders; NTFS writes names through its own journal.
    return;
  }
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
