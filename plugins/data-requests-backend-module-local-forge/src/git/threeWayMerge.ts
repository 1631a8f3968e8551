import { ConflictError, isError } from '@backstage/errors';
import type { GitFile, GitRepository } from './GitRepository';
import { mergeLines, type BothChanged } from './mergeLines';
import { TreeEditor } from './TreeEditor';
import { diffTrees, type TreeDifference } from './treeDiff';

/** Thrown instead of a merge; nothing was moved. */
export class MergeRefused extends ConflictError {
  constructor(readonly files: readonly string[]) {
    super(
      `Both sides changed ${files.join(
        ', ',
      )} in ways that do not go together; update the request from the base branch`,
    );
  }
}

/**
 * Brings into one tree what two sides did since their common ancestor.
 *
 * @remarks
 * Per file: what only one side changed is taken from it; texts that both
 * changed are merged line by line; anything else that both changed (a deletion
 * against a change, binary files, links) is a conflict. So is a file of one
 * side that meets a folder of the other, or a name that differs from another
 * only by case. Moved files are a deletion and an addition: a change to the
 * old place is then a conflict, never lost. The tests compare with
 * `git merge-tree`.
 *
 * @param base - this and the sides are trees
 * @returns the id of the merged tree
 * @throws {@link MergeRefused} with the files in conflict, sorted
 */
export async function mergeTrees(
  repository: GitRepository,
  base: string,
  ours: string,
  theirs: string,
): Promise<string> {
  const ourChanges = new Map(
    (await diffTrees(repository, base, ours)).map(change => [
      change.path,
      change,
    ]),
  );
  const taken: TreeDifference[] = [];
  const bothTexts: BothChanged[] = [];
  const conflicts: string[] = [];
  for (const change of await diffTrees(repository, base, theirs)) {
    const other = ourChanges.get(change.path);
    if (!other) {
      taken.push(change);
    } else if (!isSame(change.after, other.after)) {
      const texts = await textsOf(repository, change, other);
      if (texts) {
        bothTexts.push(texts);
      } else {
        conflicts.push(change.path);
      }
    }
  }
  const lines = await mergeLines(repository, bothTexts);
  conflicts.push(...lines.conflicts);

  const editor = new TreeEditor(repository, ours);
  for (const { path, after } of taken) {
    if (!after) {
      await editor.delete(path);
    }
  }
  for (const { path, after } of taken) {
    if (after && !(await fits(editor, path, after))) {
      conflicts.push(path);
    }
  }
  for (const [path, file] of lines.merged) {
    await editor.put(path, file);
  }
  if (conflicts.length > 0) {
    throw new MergeRefused([...new Set(conflicts)].sort());
  }
  return await editor.write();
}

/** Puts a file where it meets nothing else; whether it could. */
async function fits(
  editor: TreeEditor,
  path: string,
  file: GitFile,
): Promise<boolean> {
  try {
    await editor.put(path, file);
    return true;
  } catch (error) {
    if (
      isError(error) &&
      (error.name === 'ConflictError' || error.name === 'InputError')
    ) {
      return false;
    }
    throw error;
  }
}

/** The three versions of a file, where all are text. */
async function textsOf(
  repository: GitRepository,
  { path, before, after }: TreeDifference,
  other: TreeDifference,
): Promise<BothChanged | undefined> {
  if (!before || !after || !other.after) {
    return undefined;
  }
  for (const file of [before, after, other.after]) {
    if (!file.mode.startsWith('100') || !(await isText(repository, file))) {
      return undefined;
    }
  }
  return { path, base: before, ours: other.after, theirs: after };
}

/** Whether a file is UTF-8 without NUL. */
export async function isText(
  repository: GitRepository,
  file: GitFile,
): Promise<boolean> {
  const bytes = await repository.blob(file.oid);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return !decoder.decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

function isSame(one: GitFile | undefined, other: GitFile | undefined): boolean {
  return one?.oid === other?.oid && one?.mode === other?.mode;
}
