import { ConflictError, NotFoundError } from '@backstage/errors';
import type { UpdateInput } from '@suido/backstage-plugin-data-requests-node';
import type { StoredProposal } from '../database/ProposalStore';
import type { GitFile, GitRepository } from '../git/GitRepository';
import {
  contentOf,
  messageWithTrailers,
  requestKeyOf,
  signatures,
} from '../git/identity';
import { mergeTrees } from '../git/threeWayMerge';
import { TreeEditor } from '../git/TreeEditor';
import { fileAt } from '../git/treeDiff';
import { digestOf } from './digestOf';
import { normalRef, type RepositoryContext } from './ForgeContext';
import { keepLines, storeWanted, type KeptFiles } from './keepLines';
import { keepReachable } from './keepReachable';
import { refuseStaleFiles, restoreFile, writtenBy } from './requestedFiles';

/*
 * The new commit stands on the current head, so commits of others stay. Its
 * tree is the head's tree with the portal's files replaced: those it wrote last
 * time and those it writes now. What others changed in them stays as well: each
 * file is merged, line by line, from what the portal wrote last, what it wants
 * now, and what stands at the head (`keepLines`). Only where both changed the
 * same lines is the update refused.
 *
 * What the portal wrote last is therefore needed again, as it wrote it. After a
 * merge no tree of the branch has it, and `git gc` would take it away with all
 * that nothing points to; so `keepReachable` gives it a ref of its own before
 * the branch moves.
 *
 * When the base branch has moved on, the commit is a merge of it: the portal's
 * files are first put back to what they were at the common ancestor, so only
 * the work of others takes part in the merge, then the new contents, which
 * were made from the moved base, are put on top. That is how a proposal in
 * conflict gets out of it.
 *
 * The same call again, after a crash, finds its commit by what that says: it
 * stands on the expected head and carries a digest of the files asked for. The
 * files at the head cannot tell, because they may hold lines of others.
 */

interface Plan {
  readonly tree: string;
  readonly parents: readonly string[];
}

/** Replaces the portal's files on the branch of a proposal. */
export async function update(
  { git, store, repository }: RepositoryContext,
  proposal: StoredProposal,
  input: UpdateInput,
): Promise<StoredProposal> {
  if (proposal.status !== 'open') {
    throw new ConflictError(
      `Proposal ${proposal.number} is ${proposal.status}; open a new one`,
    );
  }
  const base = await git.branch(repository.baseBranch);
  if (base === undefined) {
    throw new NotFoundError(
      `Repository ${repository.repository} has no branch ${repository.baseBranch}`,
    );
  }
  const headSha = await newHead(git, base, proposal, input);
  return await store.update(proposal.id, {
    title: input.title,
    body: input.body,
    headSha,
    baseSha: await git.mergeBase(base, headSha),
    written: await writtenBy(input.files),
    authors: [
      ...new Set([...proposal.authors, normalRef(input.author.userEntityRef)]),
    ],
  });
}

async function newHead(
  git: GitRepository,
  base: string,
  proposal: StoredProposal,
  input: UpdateInput,
): Promise<string> {
  const content = digestOf(await writtenBy(input.files));
  if (proposal.headSha !== input.expectedHead) {
    if (await isDoneAlready(git, proposal, content, input.expectedHead)) {
      return proposal.headSha;
    }
    throw new ConflictError(
      `Branch ${proposal.branch} is at ${proposal.headSha}, not at ${input.expectedHead}: somebody changed the proposal in between; look at it and repeat`,
    );
  }
  const plan = await planUpdate(git, base, proposal, input);
  const headTree = (await git.commit(proposal.headSha)).tree;
  if (plan.tree === headTree && plan.parents.length === 1) {
    return proposal.headSha;
  }
  const headSha = await git.writeCommit({
    tree: plan.tree,
    parent: [...plan.parents],
    message: messageWithTrailers(input.commitMessage, {
      requestKey: proposal.idempotencyKey,
      content,
    }),
    ...signatures(input.author),
  });
  await git.moveBranch(proposal.branch, proposal.headSha, headSha);
  return headSha;
}

/** Whether an earlier call with the same contents made the head. */
async function isDoneAlready(
  git: GitRepository,
  proposal: StoredProposal,
  content: string,
  expectedHead: string,
): Promise<boolean> {
  const { message, parent } = await git.commit(proposal.headSha);
  return (
    parent[0] === expectedHead &&
    requestKeyOf(message) === proposal.idempotencyKey &&
    contentOf(message) === content
  );
}

async function planUpdate(
  git: GitRepository,
  base: string,
  proposal: StoredProposal,
  { files }: UpdateInput,
): Promise<Plan> {
  const head = proposal.headSha;
  const ancestor = await git.mergeBase(base, head);
  await refuseStaleFiles(git, base, files);
  const wanted = await storeWanted(git, files);
  const kept = await keepLines(git, proposal, { ancestor, base }, wanted);
  await keepReachable(git, proposal, wanted, kept);

  let start = (await git.commit(head)).tree;
  let parents = [head];
  if (ancestor !== base) {
    const others = new TreeEditor(git, start);
    await putAll(others, await filesAt(git, ancestor, kept));
    start = await mergeTrees(
      git,
      (
        await git.commit(ancestor)
      ).tree,
      (
        await git.commit(base)
      ).tree,
      await others.write(),
    );
    parents = [head, base];
  }
  const editor = new TreeEditor(git, start);
  await putAll(editor, kept);
  return { tree: await editor.write(), parents };
}

async function filesAt(
  git: GitRepository,
  commit: string,
  paths: KeptFiles,
): Promise<KeptFiles> {
  const files = new Map<string, GitFile | undefined>();
  for (const path of paths.keys()) {
    files.set(path, await fileAt(git, commit, path));
  }
  return files;
}

/** What goes makes room for what comes. */
async function putAll(editor: TreeEditor, files: KeptFiles): Promise<void> {
  const deletedFirst = [...files].sort(
    ([, one], [, other]) => Number(!!one) - Number(!!other),
  );
  for (const [path, file] of deletedFirst) {
    await restoreFile(editor, path, file);
  }
}
