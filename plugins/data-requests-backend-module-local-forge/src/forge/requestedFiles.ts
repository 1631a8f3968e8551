import { ConflictError, InputError } from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { WrittenFiles } from '../database/ProposalStore';
import {
  blobIdOf,
  type GitFile,
  type GitRepository,
} from '../git/GitRepository';
import type { TreeEditor } from '../git/TreeEditor';
import { fileAt } from '../git/treeDiff';
import { nameKey, validatePath } from '../paths/validatePath';

const REGULAR = '100644';

/**
 * Refuses a change set by its paths alone, before anything is read or written.
 * @throws `InputError`
 */
export function validateFiles(
  files: readonly FileChange[],
  allowedPaths: readonly string[],
): void {
  if (files.length === 0) {
    throw new InputError('A proposal needs at least one changed file');
  }
  const byKey = new Map<string, FileChange[]>();
  for (const file of files) {
    validatePath(file.path, allowedPaths);
    const key = nameKey(file.path);
    const others = byKey.get(key) ?? [];
    // One name may go and its look-alike come: a change of case.
    const clash = others.find(
      other =>
        other.path === file.path ||
        (other.action === 'delete') === (file.action === 'delete'),
    );
    if (clash) {
      throw new InputError(
        `${file.path} and ${clash.path} are the same file to some systems; send one change for it`,
      );
    }
    byKey.set(key, [...others, file]);
  }
}

/**
 * Refuses changes that were made from other contents than those of the base.
 * @throws `ConflictError` that names the files
 */
export async function refuseStaleFiles(
  repository: GitRepository,
  base: string,
  files: readonly FileChange[],
): Promise<void> {
  const stale: string[] = [];
  for (const file of files) {
    const present = await fileAt(repository, base, file.path);
    if (present && !present.mode.startsWith('100')) {
      throw new InputError(`${file.path} is a link; change it with git`);
    }
    const expected =
      file.action === 'create'
        ? undefined
        : await blobIdOf(file.previousContent);
    if (present?.oid !== expected) {
      stale.push(
        file.action === 'create'
          ? `${file.path} exists already`
          : `${file.path} has changed since`,
      );
    }
  }
  if (stale.length > 0) {
    throw new ConflictError(
      `The base branch is not what this change was made from: ${stale.join(
        '; ',
      )}. Make the change again from its current state`,
    );
  }
}

/** Puts the contents into the tree; takes deleted files away first. */
export async function applyFiles(
  repository: GitRepository,
  editor: TreeEditor,
  base: string,
  files: readonly FileChange[],
): Promise<void> {
  for (const file of files) {
    if (file.action === 'delete') {
      await editor.delete(file.path);
    }
  }
  for (const file of files) {
    if (file.action !== 'delete') {
      const present = await fileAt(repository, base, file.path);
      await editor.set(file.path, {
        oid: await repository.writeBlob(file.content),
        mode: present?.mode ?? REGULAR,
      });
    }
  }
}

/** What the portal remembers of the files it wrote. */
export async function writtenBy(
  files: readonly FileChange[],
): Promise<WrittenFiles> {
  const written: Record<string, string | null> = {};
  for (const file of files) {
    written[file.path] =
      file.action === 'delete' ? null : await blobIdOf(file.content);
  }
  return written;
}

/** A file or its absence, put back as it was. */
export async function restoreFile(
  editor: TreeEditor,
  path: string,
  file: GitFile | undefined,
): Promise<void> {
  await (file ? editor.put(path, file) : editor.delete(path));
}
