import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { writeDurably } from './durableFile';

const inflated = promisify(inflate);

/** `<gitdir>/objects/ab/cdef…`, on any system. */
const LOOSE_OBJECT = /^(.*)[\\/]objects[\\/]([0-9a-f]{2})[\\/]([0-9a-f]{38})$/;

/**
 * What isomorphic-git reads and writes a repository through.
 *
 * @remarks
 * Its own writes go straight into the final file; ours are whole or not there
 * (`durableFile`). Refs do not come this way: see `updateRef`.
 */
export const createGitFileSystem = (gitdir: string) => ({
  promises: {
    readFile: fs.readFile,
    writeFile: (path: string, data: string | Uint8Array): Promise<void> =>
      writeDurably(gitdir, path, data),
    mkdir: fs.mkdir,
    rmdir: fs.rmdir,
    unlink: fs.unlink,
    stat: statPresent,
    lstat: fs.lstat,
    readdir: fs.readdir,
    readlink: fs.readlink,
    symlink: fs.symlink,
    rm: fs.rm,
  },
});

/**
 * As `stat`, but an object that cannot be used counts as not there.
 *
 * @remarks
 * isomorphic-git asks this before it writes an object, and writes none that is
 * there. Two things must not follow from that: a commit that points to an
 * object which a power failure cut short, so one that does not have the
 * content of its name is written again; and an object that nothing points to
 * yet and that `git gc` clears away as old while we build on it, so one that
 * is there is marked as new, which is what git itself does in this place.
 */
async function statPresent(path: string): Promise<Stats> {
  const stat = await fs.stat(path);
  const [, , folder, rest] = LOOSE_OBJECT.exec(path) ?? [];
  if (folder && !(await isWhole(path, folder + rest, stat))) {
    throw Object.assign(new Error(`ENOENT: ${path} is to be written again`), {
      code: 'ENOENT',
    });
  }
  return stat;
}

/** Whether the file has the content of its name, and now counts as new. */
async function isWhole(
  path: string,
  oid: string,
  { mtime }: Stats,
): Promise<boolean> {
  try {
    const content = await inflated(await fs.readFile(path));
    if (createHash('sha1').update(content).digest('hex') !== oid) {
      return false;
    }
    const now = new Date();
    await fs.utimes(path, now, now > mtime ? now : mtime);
    return true;
  } catch {
    // Cut short, of another user, on a failing disk: writing says the rest.
    return false;
  }
}
