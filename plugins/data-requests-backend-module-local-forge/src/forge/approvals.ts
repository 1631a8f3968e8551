import { ownersOf, type Codeowners } from '@suido/codeowners';
import type { StoredReview } from '../database/ProposalStore';

/** Who may say yes to a path. */
export interface PathOwners {
  readonly path: string;
  /** As written; none where the path has no owner. */
  readonly handles: readonly string[];
  /** The entities behind the handles; a handle that is not mapped is nobody. */
  readonly entityRefs: readonly string[];
}

/** What still stands between a proposal and its merge. */
export interface ApprovalState {
  /** Paths without the approval of an owner. */
  readonly missing: readonly PathOwners[];
  /** Owners whose latest verdict on the head asks for changes. */
  readonly objections: readonly string[];
}

/** Owners of each path, by the CODEOWNERS file of the base branch. */
export async function ownersOfPaths(
  codeowners: Codeowners | undefined,
  paths: readonly string[],
  resolveOwner: (handle: string) => Promise<string | undefined>,
): Promise<PathOwners[]> {
  return await Promise.all(
    paths.map(async path => {
      const handles = (codeowners && ownersOf(codeowners, path)?.owners) ?? [];
      const resolved = await Promise.all(handles.map(resolveOwner));
      return {
        path,
        handles,
        entityRefs: resolved.filter(ref => ref !== undefined),
      };
    }),
  );
}

/**
 * Whether the reviews let the head be merged: each path has the approval of an
 * owner, or of anyone where it has none, and no owner asks for changes.
 *
 * @param reviews - oldest first; the latest verdict of a person counts, only
 *   on this head, and never that of an author
 */
export function approvalState(
  owners: readonly PathOwners[],
  reviews: readonly StoredReview[],
  headSha: string,
  authors: readonly string[],
): ApprovalState {
  const latest = new Map<string, StoredReview>();
  for (const review of reviews) {
    if (review.headSha === headSha && !authors.includes(review.actor)) {
      latest.set(review.actor, review);
    }
  }
  const standing = [...latest.values()];
  const approvals = standing.filter(review => review.verdict === 'approve');
  return {
    missing: owners.filter(
      path => !approvals.some(review => mayDecide(path, review.ownershipRefs)),
    ),
    objections: standing
      .filter(
        review =>
          review.verdict === 'request-changes' &&
          owners.some(path => mayDecide(path, review.ownershipRefs)),
      )
      .map(review => review.actor),
  };
}

/** Whether somebody is an owner of the path, or the path has none. */
export function mayDecide(
  path: PathOwners,
  ownershipRefs: readonly string[],
): boolean {
  return (
    path.handles.length === 0 ||
    path.entityRefs.some(ref => ownershipRefs.includes(ref))
  );
}
