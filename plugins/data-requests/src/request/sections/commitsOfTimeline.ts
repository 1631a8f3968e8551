import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';

/** An entry that brought a commit. */
export type CommitEntry = Extract<
  TimelineEntry,
  { type: 'proposed' | 'updated' | 'suggestion-applied' }
>;

/** @see {@link CommitEntry} */
export function bringsCommit(entry: TimelineEntry): entry is CommitEntry {
  return (
    entry.type === 'proposed' ||
    entry.type === 'updated' ||
    entry.type === 'suggestion-applied'
  );
}

/**
 * The commit that stood before the one that an entry brought.
 * @param items - the timeline, oldest first
 */
export function commitBefore(
  items: readonly TimelineEntry[],
  { sequence, headSha }: CommitEntry,
): string | undefined {
  return items
    .filter(bringsCommit)
    .filter(entry => entry.sequence < sequence && entry.headSha !== headSha)
    .at(-1)?.headSha;
}
