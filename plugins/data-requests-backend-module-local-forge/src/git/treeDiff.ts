import type { GitFile, GitRepository, GitTreeEntry } from './GitRepository';

/** One path that differs between two trees. */
export interface TreeDifference {
  readonly path: string;
  readonly before?: GitFile;
  readonly after?: GitFile;
}

/**
 * Files that differ between two trees (or commits), sorted by path. Folders
 * with the same id are not opened, so the cost follows the size of the change.
 */
export async function diffTrees(
  repository: GitRepository,
  before: string | undefined,
  after: string | undefined,
): Promise<TreeDifference[]> {
  const differences: TreeDifference[] = [];

  async function visit(
    prefix: string,
    beforeOid: string | undefined,
    afterOid: string | undefined,
  ): Promise<void> {
    if (beforeOid === afterOid) {
      return;
    }
    const old = await entriesByName(repository, beforeOid);
    const young = await entriesByName(repository, afterOid);
    for (const name of new Set([...old.keys(), ...young.keys()])) {
      const path = prefix + name;
      const one = old.get(name);
      const other = young.get(name);
      if (one?.oid === other?.oid && one?.mode === other?.mode) {
        continue;
      }
      const oldFile = fileOf(one);
      const newFile = fileOf(other);
      if (oldFile || newFile) {
        differences.push({ path, before: oldFile, after: newFile });
      }
      await visit(`${path}/`, folderOf(one), folderOf(other));
    }
  }

  await visit('', before, after);
  return differences.sort(byPath);
}

/** Every file of a tree below a folder, sorted by path. */
export async function listFiles(
  repository: GitRepository,
  tree: string,
  folder: string = '',
): Promise<{ path: string; file: GitFile }[]> {
  const names = folder.split('/').filter(name => name !== '');
  const oid = await folderAt(repository, tree, names);
  if (oid === undefined) {
    return [];
  }
  const prefix = names.map(name => `${name}/`).join('');
  const files: { path: string; file: GitFile }[] = [];
  for (const { path, after } of await diffTrees(repository, undefined, oid)) {
    if (after) {
      files.push({ path: prefix + path, file: after });
    }
  }
  return files;
}

/** The file at a path; `undefined` where there is none, or a folder. */
export async function fileAt(
  repository: GitRepository,
  tree: string,
  path: string,
): Promise<GitFile | undefined> {
  const names = path.split('/');
  const folder = await folderAt(repository, tree, names.slice(0, -1));
  const entries = await entriesByName(repository, folder);
  return fileOf(entries.get(names[names.length - 1]));
}

async function folderAt(
  repository: GitRepository,
  tree: string,
  names: readonly string[],
): Promise<string | undefined> {
  let oid: string | undefined = tree;
  for (const name of names) {
    oid = folderOf((await entriesByName(repository, oid)).get(name));
  }
  return oid;
}

async function entriesByName(
  repository: GitRepository,
  oid: string | undefined,
): Promise<Map<string, GitTreeEntry>> {
  const entries = oid === undefined ? [] : await repository.tree(oid);
  return new Map(entries.map(entry => [entry.name, entry]));
}

function fileOf(entry: GitTreeEntry | undefined): GitFile | undefined {
  return entry && entry.type !== 'tree'
    ? { oid: entry.oid, mode: entry.mode }
    : undefined;
}

function folderOf(entry: GitTreeEntry | undefined): string | undefined {
  return entry?.type === 'tree' ? entry.oid : undefined;
}

function byPath(one: { path: string }, other: { path: string }): number {
  if (one.path === other.path) {
    return 0;
  }
  return one.path < other.path ? -1 : 1;
}
