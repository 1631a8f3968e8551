/**
 * A folder of a repository in plain form: `a/b`, `''` for the root.
 *
 * @returns `undefined` where it leads out of the repository
 */
export function plainFolder(folder: string): string | undefined {
  const parts = folder
    .replace(/\\/g, '/')
    .split('/')
    .filter(part => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** Joins folders and a file name, leaving empty parts out. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('/');
}

/** The path from `folder` on, `undefined` where it is not below it. */
export function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '') {
    return path;
  }
  return path.startsWith(`${folder}/`)
    ? path.slice(folder.length + 1)
    : undefined;
}

/** The first of the folders that holds the path, with the path from there. */
export function findFolder(
  folders: readonly string[],
  path: string,
): { readonly folder: string; readonly below: string } | undefined {
  for (const folder of folders) {
    const below = pathBelow(folder, path);
    if (below !== undefined) {
      return { folder, below };
    }
  }
  return undefined;
}

/** File name without folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** File name without folders and without its last extension. */
export function baseName(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '');
}
