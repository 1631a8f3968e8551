import fs from 'node:fs/promises';

/** A write to a disk that is about to happen. */
export interface DiskWrite {
  /** Function of `node:fs`, with `writeFile` for the content of an open file. */
  readonly call: string;
  readonly path: string;
  /** Writes the first half of the content; only of `writeFile`. */
  readonly tear?: () => Promise<void>;
}

type Call = (...args: never[]) => Promise<unknown>;

/**
 * Calls back before each write below a folder that goes through
 * `node:fs/promises`. What it throws is what the write throws.
 *
 * @returns what ends it
 */
export function watchWrites(
  folder: string,
  before: (write: DiskWrite) => void | Promise<void>,
): () => void {
  const originals = { ...fs };
  const isWatched = (path: unknown): path is string =>
    typeof path === 'string' && path.startsWith(folder);

  function watch(call: 'mkdir' | 'symlink' | 'rename' | 'rm' | 'utimes') {
    const original: Call = originals[call];
    Object.assign(fs, {
      [call]: async (...args: never[]) => {
        // Of a link and of a rename, the place where something appears.
        const path = args[call === 'symlink' || call === 'rename' ? 1 : 0];
        if (isWatched(path)) {
          await before({ call, path });
        }
        return await original(...args);
      },
    });
  }

  const open: typeof fs.open = async (path, flags, mode) => {
    const isWrite = flags !== undefined && flags !== 'r';
    if (!isWatched(path) || !isWrite) {
      return await originals.open(path, flags, mode);
    }
    await before({ call: 'open', path });
    const file = await originals.open(path, flags, mode);
    const writeFile = file.writeFile.bind(file);
    file.writeFile = async data => {
      const bytes = Buffer.from(data as Uint8Array | string);
      await before({
        call: 'writeFile',
        path,
        tear: () => writeFile(bytes.subarray(0, bytes.length / 2)),
      });
      await writeFile(bytes);
    };
    return file;
  };

  (['mkdir', 'symlink', 'rename', 'rm', 'utimes'] as const).forEach(watch);
  Object.assign(fs, { open });
  return () => Object.assign(fs, originals);
}
