import { InputError, NotFoundError } from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import type { ProposalStore, StoredProposal } from '../database/ProposalStore';
import type { GitFile, GitRepository } from '../git/GitRepository';
import { diffTrees } from '../git/treeDiff';
import { baseSideOf, branchCommits } from './branchCommits';

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
    comments: await store.comments(proposal),
  };
}

/** Files that differ between where a branch left its base, and its head. */
export async function filesOf(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<FileChange[]> {
  const side = await baseSideOf(git, proposal);
  const ancestor =
    side === proposal.baseSha
      ? side
      : await git.mergeBase(side, proposal.headSha);
  return await changesBetween(git, ancestor, proposal.headSha);
}

/**
 * Files that differ between two commits of a branch.
 * @throws `NotFoundError` for a commit that is not on it
 */
export async function filesBetween(
  git: GitRepository,
  proposal: StoredProposal,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<FileChange[]> {
  const commits = await branchCommits(git, proposal);
  const foreign = [from, to].find(sha => !commits.some(own => own.sha === sha));
  if (foreign !== undefined) {
    throw new NotFoundError(
      `Commit ${JSON.stringify(foreign)} is not on branch ${proposal.branch}`,
    );
  }
  return await changesBetween(git, from, to);
}

async function changesBetween(
  git: GitRepository,
  from: string,
  to: string,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const { path, before, after } of await diffTrees(git, from, to)) {
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
