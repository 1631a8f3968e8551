import { InputError } from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import type { ProposalStore, StoredProposal } from '../database/ProposalStore';
import type { GitFile, GitRepository } from '../git/GitRepository';
import { diffTrees } from '../git/treeDiff';

/** A proposal as others see it. */
export async function shown(
  store: ProposalStore,
  proposal: StoredProposal,
): Promise<Proposal> {
  const reviews = await store.reviews(proposal.id);
  return {
    number: proposal.number,
    branch: proposal.branch,
    title: proposal.title,
    status: proposal.status,
    headSha: proposal.headSha,
    baseSha: proposal.baseSha,
    mergeSha: proposal.mergeSha,
    authors: proposal.authors,
    reviews: reviews.map(({ actor, verdict, body, headSha, at }) => ({
      actor,
      verdict,
      body,
      headSha,
      at,
    })),
    comments: await store.comments(proposal.id),
  };
}

/** Files that differ between where a branch left its base, and its head. */
export async function filesOf(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<FileChange[]> {
  const ancestor = await ancestorOf(git, proposal);
  const changes: FileChange[] = [];
  const differences = await diffTrees(git, ancestor, proposal.headSha);
  for (const { path, before, after } of differences) {
    const previousContent = await textOf(git, before);
    const content = await textOf(git, after);
    if (content === undefined) {
      changes.push({
        action: 'delete',
        path,
        previousContent: previousContent ?? '',
      });
    } else if (previousContent === undefined) {
      changes.push({ action: 'create', path, content });
    } else {
      changes.push({ action: 'update', path, content, previousContent });
    }
  }
  return changes;
}

/** Where the branch of a proposal left the base branch. */
async function ancestorOf(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<string> {
  if (proposal.mergeSha !== undefined) {
    const [into, ...merged] = (await git.commit(proposal.mergeSha)).parent;
    return merged.includes(proposal.headSha)
      ? await git.mergeBase(into, proposal.headSha)
      : proposal.baseSha;
  }
  const base = await git.branch(proposal.baseBranch);
  return base === undefined
    ? proposal.baseSha
    : await git.mergeBase(base, proposal.headSha);
}

async function textOf(
  git: GitRepository,
  file: GitFile | undefined,
): Promise<string | undefined> {
  if (!file) {
    return undefined;
  }
  if (file.mode === '160000') {
    // A submodule has no content here; as git's own diffs show it.
    return `Subproject commit ${file.oid}\n`;
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(await git.blob(file.oid));
}

/** @throws `InputError`: PostgreSQL keeps no NUL in text. */
export function validateText(texts: Record<string, string | undefined>): void {
  for (const [name, text] of Object.entries(texts)) {
    if (text?.includes('\0')) {
      throw new InputError(`The ${name} has a NUL character; remove it`);
    }
  }
}
