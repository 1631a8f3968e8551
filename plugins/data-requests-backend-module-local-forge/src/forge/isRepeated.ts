import type { StoredReview } from '../database/ProposalStore';

/**
 * Whether a review is the last one of its author once more: the answer to it
 * was lost, so it is sent again. It then counts once, and everybody who
 * follows the proposal sees it once.
 */
export function isRepeated(
  review: Omit<StoredReview, 'at'>,
  reviews: readonly StoredReview[],
): boolean {
  const last = reviews.findLast(each => each.actor === review.actor);
  return (
    last !== undefined &&
    last.headSha === review.headSha &&
    last.verdict === review.verdict &&
    last.body === review.body &&
    last.ownershipRefs.join() === review.ownershipRefs.join()
  );
}
