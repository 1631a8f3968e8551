import type { ForgeCommit } from '@suido/backstage-plugin-data-requests-node';
import type { StoredProposal } from '../database/ProposalStore';
import { commitsBetween, type GitCommit } from '../git/commitsBetween';
import type { GitRepository } from '../git/GitRepository';
import {
  appliedCommentOf,
  coAuthorEmailsOf,
  entityRefOfEmail,
  isPortal,
  requestKeyOf,
} from '../git/identity';

/** Finds the person behind an e-mail address, where the portal knows one. */
export type ResolvePerson = (email: string) => string | undefined;

/**
 * The commit that the branch of a proposal is measured against: the base
 * branch as it stands now, or as it stood before the merge.
 */
export async function baseSideOf(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<string> {
  if (proposal.mergeSha === undefined) {
    return (await git.branch(proposal.baseBranch)) ?? proposal.baseSha;
  }
  const [into, ...merged] = (await git.commit(proposal.mergeSha)).parent;
  return merged.includes(proposal.headSha) ? into : proposal.baseSha;
}

/** Commits of a proposal's branch that its base has not, oldest first. */
export async function branchCommits(
  git: GitRepository,
  proposal: StoredProposal,
): Promise<GitCommit[]> {
  return await commitsBetween(
    git,
    await baseSideOf(git, proposal),
    proposal.headSha,
  );
}

/** A commit as others see it. */
export function shownCommit(
  { sha, message, author, committer }: GitCommit,
  proposal: Pick<StoredProposal, 'idempotencyKey'>,
  personOf: ResolvePerson,
): ForgeCommit {
  const entityRef = personOf(author.email);
  const comment = appliedCommentOf(message);
  const isOurs = isPortal(committer.email);
  const common = {
    sha,
    at: new Date(committer.timestamp * 1_000).toISOString(),
    title: message.split('\n', 1)[0],
    author: { ...(entityRef && { entityRef }), name: author.name },
  };
  if (isOurs && requestKeyOf(message) === proposal.idempotencyKey) {
    return { ...common, origin: 'portal' };
  }
  return isOurs && comment !== undefined
    ? { ...common, origin: 'suggestion', comment }
    : { ...common, origin: 'person' };
}

/**
 * Entity refs of everybody who has a part in the commits of a branch: as
 * author, as committer (whoever brings the commit of another), or by a
 * `Co-authored-by` trailer. Whose suggestion was applied has none.
 */
export async function peopleOf(
  git: GitRepository,
  proposal: StoredProposal,
  personOf: ResolvePerson,
): Promise<string[]> {
  const commits = await branchCommits(git, proposal);
  const emails = commits.flatMap(({ author, committer, message }) => [
    author.email,
    committer.email,
    ...coAuthorEmailsOf(message),
  ]);
  return [...new Set(emails.flatMap(email => personOf(email) ?? []))];
}

/** People by the addresses that this forge gave out, and by the configured owners. */
export function personResolver(
  owners: ReadonlyMap<string, string | undefined>,
): ResolvePerson {
  return email => {
    const listed = owners.get(email.toLowerCase());
    return listed?.startsWith('user:') ? listed : entityRefOfEmail(email);
  };
}
