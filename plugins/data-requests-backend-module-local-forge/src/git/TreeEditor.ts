import { ConflictError, InputError } from '@backstage/errors';
import { nameKey } from '../paths/validatePath';
import type { GitFile, GitRepository, GitTreeEntry } from './GitRepository';

interface Folder {
  /** As read; `undefined` for a folder that is new or was changed. */
  oid?: string;
  /** `undefined` until somebody looks inside. */
  entries?: Map<string, Folder | GitTreeEntry>;
}

/**
 * Changes files of a tree without a work tree. Only folders on the way to a
 * change are read and written.
 */
export class TreeEditor {
  private readonly root: Folder;

  constructor(
    private readonly repository: GitRepository,
    tree: string | undefined,
  ) {
    this.root = tree === undefined ? { entries: new Map() } : { oid: tree };
  }

  /**
   * Puts a regular file at a path.
   * @throws `InputError` where the way leads through a link or ends at one, or
   *   where another name differs only by case or Unicode form;
   *   `ConflictError` where a file stands in the place of a folder, or the
   *   other way round
   */
  async set(path: string, file: GitFile): Promise<void> {
    const { entries, name } = await this.open(path);
    const present = entries.get(name);
    if (present && isEntry(present) && !present.mode.startsWith('100')) {
      throw new InputError(`${path} is a link; change it with git`);
    }
    await this.put(path, file);
  }

  /** As `set`, for anything that git calls a file: a link may replace one. */
  async put(path: string, { oid, mode }: GitFile): Promise<void> {
    const { entries, name } = await this.open(path);
    refuseLookAlike(entries, name, path);
    const present = entries.get(name);
    if (present && !isEntry(present)) {
      throw new ConflictError(`${path} is a folder; choose another file name`);
    }
    const type = mode === '160000' ? 'commit' : 'blob';
    entries.set(name, { name, type, oid, mode });
  }

  /** Takes a file away; folders that become empty go with it. */
  async delete(path: string): Promise<void> {
    const { entries, name, way } = await this.open(path);
    entries.delete(name);
    for (const { parent, folder, folderName } of way.reverse()) {
      if (folder.entries?.size === 0) {
        parent.entries?.delete(folderName);
      }
    }
  }

  /** Writes the changed folders; the id of the whole tree. */
  async write(): Promise<string> {
    return (
      (await this.writeFolder(this.root)) ??
      (await this.repository.writeTree([]))
    );
  }

  /** Opens the folders on the way to a path; each will get a new id. */
  private async open(path: string): Promise<{
    entries: Map<string, Folder | GitTreeEntry>;
    name: string;
    way: { parent: Folder; folder: Folder; folderName: string }[];
  }> {
    const names = path.split('/');
    const name = names.pop() ?? '';
    const way: { parent: Folder; folder: Folder; folderName: string }[] = [];
    let parent = this.root;
    let entries = await this.read(parent);
    for (const folderName of names) {
      refuseLookAlike(entries, folderName, path);
      const folder: Folder | GitTreeEntry = entries.get(folderName) ?? {
        entries: new Map(),
      };
      if (isEntry(folder)) {
        if (folder.mode.startsWith('100')) {
          throw new ConflictError(
            `${path} needs a folder ${folderName}, which is a file`,
          );
        }
        throw new InputError(
          `${path} leads through ${folderName}, which is a link`,
        );
      }
      entries.set(folderName, folder);
      way.push({ parent, folder, folderName });
      parent = folder;
      entries = await this.read(parent);
    }
    this.root.oid = undefined;
    way.forEach(({ folder }) => {
      folder.oid = undefined;
    });
    return { entries, name, way };
  }

  private async read(
    folder: Folder,
  ): Promise<Map<string, Folder | GitTreeEntry>> {
    if (!folder.entries) {
      folder.entries = new Map();
      if (folder.oid !== undefined) {
        for (const entry of await this.repository.tree(folder.oid)) {
          folder.entries.set(
            entry.name,
            entry.type === 'tree' ? { oid: entry.oid } : entry,
          );
        }
      }
    }
    return folder.entries;
  }

  private async writeFolder(folder: Folder): Promise<string | undefined> {
    if (folder.oid !== undefined) {
      return folder.oid;
    }
    const entries: GitTreeEntry[] = [];
    for (const [name, child] of folder.entries ?? []) {
      if (isEntry(child)) {
        entries.push(child);
        continue;
      }
      const oid = await this.writeFolder(child);
      if (oid !== undefined) {
        entries.push({ name, oid, mode: '040000', type: 'tree' });
      }
    }
    return entries.length > 0
      ? await this.repository.writeTree(entries)
      : undefined;
  }
}

function isEntry(child: Folder | GitTreeEntry): child is GitTreeEntry {
  return 'mode' in child;
}

function refuseLookAlike(
  entries: ReadonlyMap<string, unknown>,
  name: string,
  path: string,
): void {
  if (entries.has(name)) {
    return;
  }
  const key = nameKey(name);
  for (const other of entries.keys()) {
    if (nameKey(other) === key) {
      throw new InputError(
        `${path} is refused: ${other} is there already and differs only by case or Unicode form`,
      );
    }
  }
}
