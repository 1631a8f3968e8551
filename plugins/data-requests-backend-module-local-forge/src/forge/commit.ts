import { ConflictError, InputError } from '@backstage/errors';
import type { CommitInput } from '@suido/backstage-plugin-data-requests-node';
import type { StoredProposal } from '../database/ProposalStore';
import type { GitRepository } from '../git/GitRepository';
import {
  appliedCommentOf,
  messageWithTrailers,
  signatures,
} from '../git/identity';
import { TreeEditor } from '../git/TreeEditor';
import { fileAt } from '../git/treeDiff';
import { normalRef, type RepositoryContext } from './ForgeContext';

/**
 * Puts contents on top of the head. Whoever does it becomes an author; whoever
 * suggested it does not, and may review it.
 *
 * @remarks
 * Asked again after a crash, it finds its own commit: on the expected head,
 * with the tree that these contents make, for the same comment.
 */
export async function commit(
  { git, store }: RepositoryContext,
  proposal: StoredProposal,
  input: CommitInput,
): Promise<StoredProposal> {
  if (proposal.status !== 'open') {
    throw new ConflictError(
      `Proposal ${proposal.number} is ${proposal.status}; nothing can be added to it`,
    );
  }
  return await store.update(proposal.id, {
    headSha: await newHead(git, proposal, input),
    authors: [
      ...new Set([...proposal.authors, normalRef(input.actor.userEntityRef)]),
    ],
  });
}

async function newHead(
  git: GitRepository,
  proposal: StoredProposal,
  input: CommitInput,
): Promise<string> {
  if (proposal.headSha !== input.expectedHead) {
    if (await isDoneAlready(git, proposal, input)) {
      return proposal.headSha;
    }
    throw new ConflictError(
      `Branch ${proposal.branch} is at ${proposal.headSha}, not at ${input.expectedHead}: somebody changed the proposal in between; look at it and repeat`,
    );
  }
  const tree = await treeWith(git, proposal.headSha, input.files);
  if (tree === (await git.commit(proposal.headSha)).tree) {
    throw new InputError(
      `The commit changes nothing: branch ${proposal.branch} has these contents already`,
    );
  }
  const headSha = await git.writeCommit({
    tree,
    parent: [proposal.headSha],
    message: messageWithTrailers(input.commitMessage, {
      suggestion: input.suggestion,
    }),
    ...signatures(input.actor),
  });
  await git.moveBranch(proposal.branch, proposal.headSha, headSha);
  return headSha;
}

async function isDoneAlready(
  git: GitRepository,
  proposal: StoredProposal,
  { expectedHead, files, suggestion }: CommitInput,
): Promise<boolean> {
  const { tree, parent, message } = await git.commit(proposal.headSha);
  return (
    parent[0] === expectedHead &&
    parent.length === 1 &&
    appliedCommentOf(message) === suggestion.comment &&
    tree === (await treeWith(git, expectedHead, files))
  );
}

async function treeWith(
  git: GitRepository,
  head: string,
  files: CommitInput['files'],
): Promise<string> {
  const editor = new TreeEditor(git, (await git.commit(head)).tree);
  for (const { path, content } of files) {
    const present = await fileAt(git, head, path);
    await editor.set(path, {
      oid: await git.writeBlob(content),
      mode: present?.mode ?? '100644',
    });
  }
  return await editor.write();
}
