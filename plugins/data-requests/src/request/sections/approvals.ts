import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import { bringsCommit } from './commitsOfTimeline';

/** An approval that a later commit made void. */
export interface VoidedApproval {
  /** Sequence of the approval in the timeline. */
  readonly approval: number;
  /** Entity ref of who gave it, where known. */
  readonly by: string | undefined;
  /** The commit that it was given to. */
  readonly headSha: string;
  /** Sequence of the entry that brought the new commit; absent where it was pushed with git. */
  readonly voidedBy: number | undefined;
}

/**
 * Approvals belong to a commit: each commit after it voids them.
 * @param items - the timeline, oldest first
 * @param headSha - of the pull request now
 */
export function voidedApprovals(
  items: readonly TimelineEntry[],
  headSha: string | undefined,
): VoidedApproval[] {
  const voided: VoidedApproval[] = [];
  let standing: Omit<VoidedApproval, 'voidedBy'>[] = [];
  for (const entry of items) {
    if (entry.type === 'reviewed') {
      // The last word of a reviewer counts.
      standing = standing.filter(({ by }) => by !== entry.actor);
      if (entry.verdict === 'approve') {
        standing.push({
          approval: entry.sequence,
          by: entry.actor,
          headSha: entry.headSha,
        });
      }
    } else if (bringsCommit(entry)) {
      const isOfIt = (approval: { headSha: string }) =>
        approval.headSha === entry.headSha;
      for (const approval of standing.filter(it => !isOfIt(it))) {
        voided.push({ ...approval, voidedBy: entry.sequence });
      }
      standing = standing.filter(isOfIt);
    }
  }
  const pushedOver = standing.filter(
    approval => headSha !== undefined && approval.headSha !== headSha,
  );
  return [
    ...voided,
    ...pushedOver.map(approval => ({ ...approval, voidedBy: undefined })),
  ];
}
