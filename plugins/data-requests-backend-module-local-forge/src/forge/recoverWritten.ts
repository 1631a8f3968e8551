import type { StoredProposal, WrittenFiles } from '../database/ProposalStore';
import type { GitCommit } from '../git/commitsBetween';
import type { GitRepository } from '../git/GitRepository';
import { contentOf, isPortal, requestKeyOf } from '../git/identity';
import { readRef } from '../git/readRef';
import { diffTrees, fileAt } from '../git/treeDiff';
import { digestOf } from './digestOf';
import { writtenRef } from './keepReachable';

/**
 * What the portal wrote with an update whose process died before it stored
 * the row; `undefined` where nothing of the kind is on the branch.
 *
 * @remarks
 * Without it the next update would compare with an older state, take the
 * portal's own lines for those of somebody else, and be refused for ever. The
 * commit carries a digest of what was asked for, so nothing is guessed: of the
 * few sets that can have been meant, the one with that digest is it.
 *
 * @param proposal - as its row still says
 */
export async function recoverWritten(
  git: GitRepository,
  proposal: StoredProposal,
  headSha: string,
): Promise<WrittenFiles | undefined> {
  const commit = await ownUpdate(git, proposal, headSha);
  if (!commit) {
    return undefined;
  }
  const content = contentOf(commit.message);
  const keptAside = await readRef(git.gitdir, writtenRef(proposal));
  for (const paths of await pathsOf(git, proposal, commit)) {
    for (const aside of [undefined, keptAside]) {
      const written: Record<string, string | null> = {};
      for (const path of paths) {
        const kept =
          aside === undefined ? undefined : await fileAt(git, aside, path);
        const file = kept ?? (await fileAt(git, commit.sha, path));
        written[path] = file?.oid ?? null;
      }
      if (digestOf(written) === content) {
        return written;
      }
    }
  }
  return undefined;
}

/** The newest commit of an update that the row does not know yet. */
async function ownUpdate(
  git: GitRepository,
  { headSha: known, idempotencyKey }: StoredProposal,
  headSha: string,
): Promise<GitCommit | undefined> {
  if (!(await git.isAncestor(known, headSha))) {
    return undefined;
  }
  let sha: string | undefined = headSha;
  while (sha !== undefined && sha !== known) {
    const commit: GitCommit = { sha, ...(await git.commit(sha)) };
    const { message, committer } = commit;
    if (
      isPortal(committer.email) &&
      requestKeyOf(message) === idempotencyKey &&
      contentOf(message) !== undefined
    ) {
      return commit;
    }
    sha = commit.parent[0];
  }
  return undefined;
}

/** Sets of files that the update can have been about, the likely one first. */
async function pathsOf(
  git: GitRepository,
  { written, baseSha }: StoredProposal,
  { sha, parent: [before, base = baseSha] }: GitCommit,
): Promise<string[][]> {
  const touched = new Set(
    (await diffTrees(git, before, sha)).map(({ path }) => path),
  );
  const changed = (await diffTrees(git, base, sha))
    .map(({ path }) => path)
    .filter(path => path in written || touched.has(path));
  return [Object.keys(written), changed];
}
