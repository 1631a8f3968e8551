import { ConflictError } from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { StoredProposal, WrittenFiles } from '../database/ProposalStore';
import type { GitFile, GitRepository } from '../git/GitRepository';
import { isText } from '../git/threeWayMerge';
import { fileAt } from '../git/treeDiff';
import { mergeTexts, type LineRange, type MergedTexts } from './mergeTexts';

const REGULAR = '100644';

/** Each of the portal's files as it is to be; `undefined` where it goes. */
export type KeptFiles = ReadonlyMap<string, GitFile | undefined>;

/**
 * Brings together, file by file, what the portal wants and what others did.
 *
 * @remarks
 * Three versions meet: the file as the portal last left it (or as the common
 * ancestor has it, where the portal never wrote it), as the portal wants it
 * now (or as the base branch has it, where the portal wants it no more), and
 * as it stands at the head. What only one side changed is taken from it; where
 * both did, their lines are merged. The contents that the portal wants must be
 * in the object store already.
 *
 * @throws `ConflictError` that names the files, and the lines where both
 *   changed the same ones
 */
export async function keepLines(
  git: GitRepository,
  proposal: StoredProposal,
  commits: { readonly ancestor: string; readonly base: string },
  wanted: WrittenFiles,
): Promise<KeptFiles> {
  const kept = new Map<string, GitFile | undefined>();
  const inTheWay: string[] = [];
  for (const path of Object.keys({ ...proposal.written, ...wanted })) {
    const present = await fileAt(git, proposal.headSha, path);
    const inBase = await fileAt(git, commits.base, path);
    const left = await versionOf(proposal.written, path, () =>
      fileAt(git, commits.ancestor, path),
    );
    const next = await versionOf(wanted, path, async () => inBase);
    const mode = [present, inBase].find(isRegular)?.mode ?? REGULAR;
    if (isSame(left, next) || isSame(present, next)) {
      kept.set(path, present);
    } else if (isSame(present, left)) {
      kept.set(path, next && { oid: next.oid, mode });
    } else if (
      present &&
      left &&
      next &&
      (await areTexts(git, left, next, present))
    ) {
      const merged = await mergeFiles(git, left, next, present);
      if (merged.status === 'merged') {
        kept.set(path, { oid: await git.writeBlob(merged.text), mode });
      } else {
        inTheWay.push(withLines(path, merged.lines));
      }
    } else {
      inTheWay.push(path);
    }
  }
  if (inTheWay.length > 0) {
    throw new ConflictError(
      `Somebody else changed ${inTheWay.join('; ')} on branch ${
        proposal.branch
      }, and this change is about the same place. The portal overwrites nobody: make the change so that this place stays as it was, or bring the two together with git, or withdraw the request and send a new one`,
    );
  }
  return kept;
}

/** As the portal wrote it, or else as it is elsewhere. */
async function versionOf(
  written: WrittenFiles,
  path: string,
  elsewhere: () => Promise<GitFile | undefined>,
): Promise<GitFile | undefined> {
  if (!(path in written)) {
    return await elsewhere();
  }
  const oid = written[path];
  return oid === null ? undefined : { oid, mode: REGULAR };
}

async function areTexts(
  git: GitRepository,
  ...files: readonly GitFile[]
): Promise<boolean> {
  for (const file of files) {
    if (!isRegular(file) || !(await isText(git, file))) {
      return false;
    }
  }
  return true;
}

async function mergeFiles(
  git: GitRepository,
  ...versions: readonly GitFile[]
): Promise<MergedTexts> {
  const [left, next, present] = await Promise.all(
    versions.map(async ({ oid }) =>
      Buffer.from(await git.blob(oid)).toString('utf8'),
    ),
  );
  return mergeTexts(left, next, present);
}

/** A file with the lines, as the head has them, that both changed. */
function withLines(path: string, ranges: readonly LineRange[]): string {
  const lines = ranges.map(({ first, last }) =>
    first === last ? `${first}` : `${first}-${last}`,
  );
  const isOne = ranges.length === 1 && ranges[0].first === ranges[0].last;
  return `${path} (line${isOne ? '' : 's'} ${lines.join(', ')})`;
}

/** Writes what a change wants into the object store, and says what that is. */
export async function storeWanted(
  git: GitRepository,
  files: readonly FileChange[],
): Promise<WrittenFiles> {
  const wanted: Record<string, string | null> = {};
  for (const file of files) {
    wanted[file.path] =
      file.action === 'delete' ? null : await git.writeBlob(file.content);
  }
  return wanted;
}

/** The same content, whether or not it may be run; a link is something else. */
function isSame(one: GitFile | undefined, other: GitFile | undefined): boolean {
  return (
    one?.oid === other?.oid &&
    (one?.mode === other?.mode || (isRegular(one) && isRegular(other)))
  );
}

function isRegular(file: GitFile | undefined): boolean {
  return file?.mode.startsWith('100') ?? false;
}
