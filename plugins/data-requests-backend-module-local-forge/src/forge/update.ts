import { ConflictError, NotFoundError } from '@backstage/errors';
import type { UpdateInput } from '@suido/backstage-plugin-data-requests-node';
import type { StoredProposal } from '../database/ProposalStore';
import type { GitFile, GitRepository } from '../git/GitRepository';
import { messageWithTrailers, requestKeyOf, signatures } from '../git/identity';
import { mergeTrees } from '../git/threeWayMerge';
import { TreeEditor } from '../git/TreeEditor';
import { fileAt } from '../git/treeDiff';
import { normalRef, type RepositoryContext } from './ForgeContext';
import {
  applyFiles,
  refuseStaleFiles,
  restoreFile,
  writtenBy,
} from './requestedFiles';

/*
 * The new commit stands on the current head, so commits of others stay. Its
 * tree is the head's tree with the portal's files replaced. The portal's files
 * are those it wrote last time and those it writes now; each must still be as
 * the portal left it (or as the base has it, if the portal never wrote it), or
 * somebody else's work would be overwritten.
 *
 * When the base branch has moved on, the commit is a merge of it: the portal's
 * files are first put back to what they were at the common ancestor, so only
 * the work of others takes part in the merge, then the new contents, which
 * were made from the moved base, are put on top. That is how a proposal in
 * conflict gets out of it.
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
  if (proposal.headSha !== input.expectedHead) {
    if (await isDoneAlready(git, base, proposal, input)) {
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
    }),
    ...signatures(input.author),
  });
  await git.moveBranch(proposal.branch, proposal.headSha, headSha);
  return headSha;
}

/** Whether an earlier call with the same contents made the head. */
async function isDoneAlready(
  git: GitRepository,
  base: string,
  proposal: StoredProposal,
  { files, expectedHead }: UpdateInput,
): Promise<boolean> {
  const { message, parent } = await git.commit(proposal.headSha);
  if (
    parent[0] !== expectedHead ||
    requestKeyOf(message) !== proposal.idempotencyKey
  ) {
    return false;
  }
  const wanted = await writtenBy(files);
  const ancestor = await git.mergeBase(base, proposal.headSha);
  for (const path of Object.keys({ ...proposal.written, ...wanted })) {
    const present = oidOf(await fileAt(git, proposal.headSha, path));
    const expected =
      path in wanted ? wanted[path] : oidOf(await fileAt(git, ancestor, path));
    if (present !== expected) {
      return false;
    }
  }
  return true;
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
  const paths = new Set([
    ...Object.keys(proposal.written),
    ...files.map(file => file.path),
  ]);
  await refuseForeignWork(git, proposal, ancestor, base, files, paths);

  let start = (await git.commit(head)).tree;
  let parents = [head];
  if (ancestor !== base) {
    const others = new TreeEditor(git, start);
    await restoreAll(git, others, ancestor, paths);
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
  await restoreAll(git, editor, base, paths);
  await applyFiles(git, editor, base, files);
  return { tree: await editor.write(), parents };
}

/** @throws `ConflictError` that names the files which somebody else changed */
async function refuseForeignWork(
  git: GitRepository,
  proposal: StoredProposal,
  ancestor: string,
  base: string,
  files: UpdateInput['files'],
  paths: ReadonlySet<string>,
): Promise<void> {
  const wanted = await writtenBy(files);
  const foreign: string[] = [];
  for (const path of paths) {
    const present = oidOf(await fileAt(git, proposal.headSha, path));
    const left =
      path in proposal.written
        ? proposal.written[path]
        : oidOf(await fileAt(git, ancestor, path));
    const next =
      path in wanted ? wanted[path] : oidOf(await fileAt(git, base, path));
    if (present !== left && present !== next) {
      foreign.push(path);
    }
  }
  if (foreign.length > 0) {
    throw new ConflictError(
      `Somebody else changed ${foreign.join(', ')} on branch ${
        proposal.branch
      }; the portal does not overwrite it. Finish the change with git, or close the proposal and send a new one`,
    );
  }
}

async function restoreAll(
  git: GitRepository,
  editor: TreeEditor,
  from: string,
  paths: ReadonlySet<string>,
): Promise<void> {
  const deletedFirst: [string, GitFile | undefined][] = [];
  for (const path of paths) {
    deletedFirst.push([path, await fileAt(git, from, path)]);
  }
  deletedFirst.sort(([, one], [, other]) => Number(!!one) - Number(!!other));
  for (const [path, file] of deletedFirst) {
    await restoreFile(editor, path, file);
  }
}

function oidOf(file: GitFile | undefined): string | null {
  return file?.oid ?? null;
}
