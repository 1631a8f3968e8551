import type { Revision } from '../database/RevisionStore';
import type { StoredRequest } from '../database/StoredRequest';

/**
 * Since when the facts by which reading is permitted (tier and owner) are what
 * they are now: whoever acted after that was allowed to read a request like
 * this one.
 *
 * @param revisions - oldest first; where the first ones are not known, only
 *   what the known ones say is relied on
 * @returns `undefined` where they never changed
 */
export function readableSince(
  request: Pick<StoredRequest, 'tier' | 'owner'>,
  revisions: readonly Revision[],
): string | undefined {
  const last = revisions.findLastIndex(
    ({ spec }) => spec?.tier !== request.tier || spec.owner !== request.owner,
  );
  if (last < 0 && (revisions[0]?.revision ?? 1) === 1) {
    return undefined;
  }
  return (revisions[last + 1] ?? revisions[last])?.at;
}
