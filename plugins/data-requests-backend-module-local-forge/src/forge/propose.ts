import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { ProposeInput } from '@suido/backstage-plugin-data-requests-node';
import type { StoredProposal } from '../database/ProposalStore';
import type { GitRepository } from '../git/GitRepository';
import { messageWithTrailers, requestKeyOf, signatures } from '../git/identity';
import { isRequestBranch } from '../git/refName';
import { diffTrees } from '../git/treeDiff';
import { TreeEditor } from '../git/TreeEditor';
import { normalRef, type RepositoryContext } from './ForgeContext';
import {
  applyFiles,
  refuseStaleFiles,
  validateFiles,
  writtenBy,
} from './requestedFiles';

type Branch = Pick<StoredProposal, 'headSha' | 'baseSha' | 'written'>;

/** Refuses a proposal that can be seen to be wrong without the repository. */
export function validateProposal(
  { branch, idempotencyKey, files }: ProposeInput,
  allowedPaths: readonly string[],
): void {
  if (!isRequestBranch(branch)) {
    throw new InputError(
      `Branch ${JSON.stringify(branch)} is not of the form suido/<type>/<id>`,
    );
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) {
    throw new InputError(
      'The idempotency key must be 1 to 200 visible ASCII characters',
    );
  }
  validateFiles(files, allowedPaths);
}

/**
 * Finds or makes the proposal of a key. The branch is made before the row, so
 * a repeated call after a crash between the two finds the branch by the key in
 * its commit and stores the row then.
 */
export async function propose(
  { git, store, repository }: RepositoryContext,
  input: ProposeInput,
): Promise<StoredProposal> {
  const known = await store.byKey(repository.repository, input.idempotencyKey);
  if (known) {
    return known;
  }
  const base = await git.branch(repository.baseBranch);
  if (base === undefined) {
    throw new NotFoundError(
      `Repository ${repository.repository} has no branch ${repository.baseBranch}; correct dataRequests.targets[].baseBranch`,
    );
  }
  const { headSha, baseSha, written } =
    (await findBranch(git, base, input)) ??
    (await makeBranch(git, base, input));
  return await store.insert({
    repository: repository.repository,
    idempotencyKey: input.idempotencyKey,
    branch: input.branch,
    baseBranch: repository.baseBranch,
    title: input.title,
    body: input.body,
    status: 'open',
    baseSha,
    headSha,
    seenBaseSha: base,
    written,
    authors: [
      ...new Set(
        [input.author, ...input.coAuthors].map(actor =>
          normalRef(actor.userEntityRef),
        ),
      ),
    ],
  });
}

async function makeBranch(
  git: GitRepository,
  base: string,
  { files, author, coAuthors, branch, ...input }: ProposeInput,
): Promise<Branch> {
  await refuseStaleFiles(git, base, files);
  const baseTree = (await git.commit(base)).tree;
  const editor = new TreeEditor(git, baseTree);
  await applyFiles(git, editor, base, files);
  const tree = await editor.write();
  if (tree === baseTree) {
    throw new InputError(
      `The proposal changes nothing: the base branch has these contents already`,
    );
  }
  const headSha = await git.writeCommit({
    tree,
    parent: [base],
    message: messageWithTrailers(input.commitMessage, {
      requestKey: input.idempotencyKey,
      coAuthors,
    }),
    ...signatures(author),
  });
  await git.moveBranch(branch, undefined, headSha);
  return { headSha, baseSha: base, written: await writtenBy(files) };
}

/** The branch that an earlier call with the same key made. */
async function findBranch(
  git: GitRepository,
  base: string,
  input: ProposeInput,
): Promise<Branch | undefined> {
  const headSha = await git.branch(input.branch);
  if (headSha === undefined) {
    return undefined;
  }
  const baseSha = await git.mergeBase(base, headSha);
  let current: string | undefined = headSha;
  while (current !== undefined && current !== baseSha) {
    const { message, parent } = await git.commit(current);
    if (requestKeyOf(message) === input.idempotencyKey) {
      const changes = await diffTrees(git, parent[0], current);
      const written = Object.fromEntries(
        changes.map(({ path, after }) => [path, after?.oid ?? null]),
      );
      return { headSha, baseSha, written };
    }
    current = parent[0];
  }
  throw new ConflictError(
    `Branch ${input.branch} exists already and belongs to something else`,
  );
}
