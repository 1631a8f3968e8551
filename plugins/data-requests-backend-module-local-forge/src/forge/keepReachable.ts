import type { StoredProposal, WrittenFiles } from '../database/ProposalStore';
import type { GitRepository } from '../git/GitRepository';
import { signatures } from '../git/identity';
import { readRef } from '../git/readRef';
import { TreeEditor } from '../git/TreeEditor';
import { updateRef } from '../git/updateRef';
import type { KeptFiles } from './keepLines';

/** Where that is kept; see {@link keepReachable}. */
export function writtenRef({ number }: Pick<StoredProposal, 'number'>): string {
  return `refs/suido/written/${number}`;
}

/**
 * Sees to it that `git gc` keeps what the portal wants to have written, where
 * the lines of others go with it and so no tree of the branch will have it.
 *
 * @remarks
 * The ref `refs/suido/written/<number>` points to a commit that holds these
 * files; each stands on the one before it, so none is ever lost. Clones do not
 * fetch it. It moves before the branch does: dying in between keeps a little
 * too much, never too little.
 */
export async function keepReachable(
  git: GitRepository,
  proposal: StoredProposal,
  wanted: WrittenFiles,
  kept: KeptFiles,
): Promise<void> {
  const unseen = Object.entries(wanted).filter(
    ([path, oid]) => oid !== null && kept.get(path)?.oid !== oid,
  );
  if (unseen.length === 0) {
    return;
  }
  const editor = new TreeEditor(git, undefined);
  for (const [path, oid] of unseen) {
    if (oid !== null) {
      await editor.put(path, { oid, mode: '100644' });
    }
  }
  const ref = writtenRef(proposal);
  const before = await readRef(git.gitdir, ref);
  const tree = await editor.write();
  if (before !== undefined && (await git.commit(before)).tree === tree) {
    return;
  }
  const commit = await git.writeCommit({
    tree,
    parent: before === undefined ? [] : [before],
    message: `As the portal wrote it on ${proposal.branch}\n`,
    ...signatures(undefined),
  });
  await updateRef(git.gitdir, ref, before, commit);
}
