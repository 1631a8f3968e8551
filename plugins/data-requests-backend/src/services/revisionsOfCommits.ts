import type {
  Check,
  RequestSpec,
  TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import type { Revision } from '../database/RevisionStore';
import type { StoredRequest } from '../database/StoredRequest';

/** What was sent when a commit was made. */
export interface SentRevision {
  readonly revision: number;
  /** Absent where it is not known any more. */
  readonly spec?: RequestSpec;
  readonly checks: readonly Check[];
}

/**
 * Which revision each commit of the portal was made from.
 *
 * @remarks
 * One revision may have several commits: a conflicted request is made anew on
 * the base. So the timeline is asked, which names them all; the revision's own
 * row names only the newest, but also one that somebody had built on before it
 * was noted. Of releases that kept no revisions only the last is known.
 */
export function revisionsOfCommits(
  request: StoredRequest,
  revisions: readonly Revision[],
  timeline: readonly TimelineEntry[],
): ReadonlyMap<string, SentRevision> {
  const numbers = new Map<string, number>();
  for (const { headSha, revision } of revisions) {
    if (headSha !== undefined) {
      numbers.set(headSha, revision);
    }
  }
  for (const entry of timeline) {
    if (entry.type === 'proposed') {
      numbers.set(entry.headSha, 1);
    } else if (entry.type === 'updated') {
      numbers.set(entry.headSha, entry.revision);
    }
  }
  const sent = new Map<number, SentRevision>(
    revisions.map(each => [each.revision, each]),
  );
  if (!sent.has(request.revision)) {
    const { revision, spec, evaluation } = request;
    sent.set(revision, { revision, spec, checks: evaluation.checks });
  }
  return new Map(
    [...numbers].flatMap(([sha, revision]) => {
      const found = sent.get(revision);
      return found ? [[sha, found] as const] : [];
    }),
  );
}
