import type {
  ForgeCommit,
  Proposal,
} from '@suido/backstage-plugin-data-requests-node';
import type { RequestNotice } from '../database/RequestNotice';
import type { StoredRequest } from '../database/StoredRequest';

/** What is known beside the row and the proposal. */
export interface NoticeFacts {
  /** Entity ref of whoever caused the change through the portal. */
  readonly actor?: string;
  /** Commits of the branch, where its head moved. */
  readonly commits?: readonly ForgeCommit[];
  /**
   * Since when whoever acted may be taken to read the request still: nobody
   * can be asked for their permissions in their absence, but they had them
   * when they acted, and what decides about them has not changed since.
   */
  readonly readableSince?: string;
}

/**
 * Whom a proposal concerns that a row is about to follow.
 *
 * @remarks
 * Of a comment the authors are told, those who reviewed, and those who spoke
 * in the same thread; of an applied suggestion who made it; of a new commit
 * those whose approval it voided. Nobody is told of what they did themselves.
 */
export function noticesOf(
  current: StoredRequest,
  proposal: Proposal,
  facts: NoticeFacts,
): RequestNotice[] {
  const since = facts.readableSince ?? '';
  const mayRead = (act: { at: string }) => act.at >= since;
  const reviewers = proposal.reviews.filter(mayRead);
  const notices: RequestNotice[] = [];

  for (const comment of proposal.comments.slice(current.commentsSeen)) {
    const thread = threadOf(comment.id, proposal);
    const speakers = proposal.comments
      .filter(mayRead)
      .filter(({ id }) => thread.has(id));
    notices.push({
      kind: 'commented',
      actor: comment.actor,
      recipients: othersThan(comment.actor, [
        ...current.authors,
        ...proposal.authors,
        ...reviewers.map(({ actor }) => actor),
        ...speakers.map(({ actor }) => actor),
      ]),
    });
  }

  const headBefore = current.proposal?.headSha;
  const hasMoved = headBefore !== undefined && headBefore !== proposal.headSha;
  if (hasMoved && proposal.status === 'open') {
    const actor =
      facts.actor ??
      facts.commits?.find(({ sha }) => sha === proposal.headSha)?.author
        .entityRef;
    notices.push({
      kind: 'approval-voided',
      actor,
      recipients: othersThan(actor, approversOf(reviewers, headBefore)),
    });
  }
  for (const { comment: id, author } of facts.commits ?? []) {
    const suggestion = proposal.comments.find(comment => comment.id === id);
    if (suggestion && mayRead(suggestion)) {
      notices.push({
        kind: 'suggestion-applied',
        comment: suggestion.id,
        actor: author.entityRef,
        recipients: othersThan(author.entityRef, [suggestion.actor]),
      });
    }
  }
  return notices.filter(({ recipients }) => recipients.length > 0);
}

/** Ids of a comment, of what it answers, and of all that answers the same. */
function threadOf(id: string, { comments }: Proposal): ReadonlySet<string> {
  const parents = new Map(
    comments.map(comment => [comment.id, comment.inReplyTo]),
  );
  const rootOf = (start: string): string => {
    const passed = new Set<string>();
    let at = start;
    for (
      let parent = parents.get(at);
      parent !== undefined && !passed.has(parent);
      parent = parents.get(at)
    ) {
      passed.add(parent);
      at = parent;
    }
    return at;
  };
  const root = rootOf(id);
  return new Set([...parents.keys()].filter(each => rootOf(each) === root));
}

/** Whose last word on a commit was an approval. */
function approversOf(
  reviews: Proposal['reviews'],
  headSha: string,
): readonly string[] {
  const lastWord = new Map<string, string>();
  for (const review of reviews) {
    if (review.headSha === headSha) {
      lastWord.set(review.actor, review.verdict);
    }
  }
  return [...lastWord].flatMap(([actor, verdict]) =>
    verdict === 'approve' ? [actor] : [],
  );
}

function othersThan(
  actor: string | undefined,
  people: readonly string[],
): string[] {
  return [...new Set(people)].filter(person => person !== actor);
}
