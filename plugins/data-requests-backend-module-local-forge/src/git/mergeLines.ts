import git from 'isomorphic-git';
import type { GitFile, GitRepository, GitTreeEntry } from './GitRepository';
import { signatures } from './identity';
import { onDisk } from './storageFaults';

/** A text file that both sides changed. */
export interface BothChanged {
  readonly path: string;
  readonly base: GitFile;
  readonly ours: GitFile;
  readonly theirs: GitFile;
}

/**
 * Merges texts line by line (diff3), each in itself.
 *
 * @remarks
 * isomorphic-git can do this only for whole commits, and refuses those in
 * which a file became a folder without saying which. So it gets three commits
 * that hold nothing but these texts, under numbers. They carry a fixed time:
 * asking again writes no further objects, and `git gc` clears them away.
 */
export async function mergeLines(
  repository: GitRepository,
  files: readonly BothChanged[],
): Promise<{ merged: ReadonlyMap<string, GitFile>; conflicts: string[] }> {
  const merged = new Map<string, GitFile>();
  if (files.length === 0) {
    return { merged, conflicts: [] };
  }
  const details = {
    message: 'Lines to merge\n',
    ...signatures(undefined, new Date(0)),
  };
  const commitOf = async (
    side: 'base' | 'ours' | 'theirs',
    parent: string[],
  ): Promise<string> => {
    const entries = files.map(
      (file, index): GitTreeEntry => ({
        ...file[side],
        name: `${index}`,
        type: 'blob',
      }),
    );
    const tree = await repository.writeTree(entries);
    return await repository.writeCommit({ ...details, tree, parent });
  };
  const base = await commitOf('base', []);
  try {
    const { gitdir, fs, cache } = repository;
    const ours = await commitOf('ours', [base]);
    const theirs = await commitOf('theirs', [base]);
    const { tree } = await onDisk(gitdir, () =>
      git.merge({
        fs,
        gitdir,
        cache,
        ours,
        theirs,
        fastForward: false,
        noUpdateBranch: true,
        abortOnConflict: true,
        ...details,
      }),
    );
    for (const entry of tree ? await repository.tree(tree) : []) {
      const { path } = files[Number(entry.name)];
      merged.set(path, { oid: entry.oid, mode: entry.mode });
    }
    return { merged, conflicts: [] };
  } catch (error) {
    if (error instanceof git.Errors.MergeConflictError) {
      const conflicts = error.data.filepaths.map(
        name => files[Number(name)].path,
      );
      return { merged, conflicts };
    }
    throw error;
  }
}
