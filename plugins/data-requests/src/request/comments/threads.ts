import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';

/** A comment as the timeline has it. */
export type CommentEntry = Extract<TimelineEntry, { type: 'commented' }>;

/** A comment and what was answered to it. */
export interface Thread {
  /** Id of its first comment. */
  readonly id: string;
  readonly root: CommentEntry;
  /** Oldest first. */
  readonly replies: readonly CommentEntry[];
  /** Commit that the first comment was made at, where known. */
  readonly headSha: string | undefined;
  /** Suggestions that were taken over: id of the comment → commit. */
  readonly applied: ReadonlyMap<string, string>;
}

/** Id of a comment; those of the first release have none but their place. */
export function commentId(entry: CommentEntry): string {
  return entry.comment ?? `entry-${entry.sequence}`;
}

/**
 * Comments with their answers, in the order in which they were begun.
 * @param items - the timeline, oldest first
 */
export function readThreads(items: readonly TimelineEntry[]): Thread[] {
  const applied = new Map<string, string>();
  const roots = new Map<string, string>();
  const threads = new Map<
    string,
    Omit<Thread, 'replies'> & { replies: CommentEntry[] }
  >();
  let headSha: string | undefined;
  for (const entry of items) {
    if (entry.type === 'suggestion-applied') {
      applied.set(entry.comment, entry.headSha);
    }
    if (entry.type === 'commented') {
      const id = commentId(entry);
      const rootId = entry.inReplyTo && roots.get(entry.inReplyTo);
      const thread = rootId ? threads.get(rootId) : undefined;
      roots.set(id, thread ? thread.id : id);
      if (thread) {
        thread.replies.push(entry);
      } else {
        threads.set(id, {
          id,
          root: entry,
          replies: [],
          headSha: entry.headSha ?? headSha,
          applied,
        });
      }
    } else if ('headSha' in entry) {
      headSha = entry.headSha;
    }
  }
  return [...threads.values()];
}

/**
 * Whether a comment still waits for the author: nothing of it was taken over,
 * and the author did not have the last word.
 * @param author - entity ref of who asked for the mart
 */
export function isUnanswered(thread: Thread, author: string): boolean {
  const remarks = [thread.root, ...thread.replies];
  return (
    remarks.at(-1)?.actor !== author &&
    !remarks.some(remark => thread.applied.has(commentId(remark)))
  );
}
