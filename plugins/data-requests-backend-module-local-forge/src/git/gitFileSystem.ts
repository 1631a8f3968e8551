import fs from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';

/**
 * What isomorphic-git writes through.
 *
 * @remarks
 * Its own writes go straight into the final file, so a process that dies
 * half-way would leave half an object behind that later writes take for whole.
 * Here each file is written beside its place, flushed, then renamed. Refs do
 * not come this way: see `updateRef`.
 */
export const gitFileSystem = {
  promises: {
    readFile: fs.readFile,
    writeFile: (
      path: string,
      data: string | Uint8Array,
      options?: { mode?: number } | BufferEncoding,
    ): Promise<void> =>
      writeFileAtomic(
        path,
        typeof data === 'string' ? data : Buffer.from(data),
        typeof options === 'object' ? { mode: options.mode } : {},
      ),
    mkdir: fs.mkdir,
    rmdir: fs.rmdir,
    unlink: fs.unlink,
    stat: fs.stat,
    lstat: fs.lstat,
    readdir: fs.readdir,
    readlink: fs.readlink,
    symlink: fs.symlink,
    rm: fs.rm,
  },
};
