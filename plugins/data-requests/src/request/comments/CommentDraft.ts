import type { CommentAnchor } from '@suido/backstage-plugin-data-requests-common';

/** A comment that is being written. */
export interface CommentDraft {
  readonly body: string;
  /** Absent for a comment on the whole request, and for an answer. */
  readonly anchor?: CommentAnchor;
  /** Id of the comment that it answers. */
  readonly inReplyTo?: string;
  /** Text that should stand in place of the anchored lines. */
  readonly suggestion?: string;
  /** Commit whose lines the anchor names. */
  readonly headSha?: string;
}

/** Drafts by the key of their place: one for each place. */
export type StoredDrafts = Readonly<Record<string, CommentDraft>>;

/** Key of the comment on the whole request. */
export const WHOLE_KEY = 'whole';

/** Key of a comment on a file or on lines of it. */
export function anchorKey({ path, line, endLine }: CommentAnchor): string {
  return line === undefined
    ? `file:${path}`
    : `line:${path}:${line}-${endLine ?? line}`;
}

/** Key of an answer to a thread. */
export function replyKey(threadId: string): string {
  return `reply:${threadId}`;
}

/** Whether there is nothing to lose in it. */
export function isBlank(draft: CommentDraft): boolean {
  return draft.body.trim() === '' && draft.suggestion === undefined;
}

/**
 * Drafts as they were stored; none where what is stored is no such thing.
 * @param text - JSON
 */
export function readStoredDrafts(text: string | null): StoredDrafts {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    return isDrafts(stored) ? stored : {};
  } catch {
    return {};
  }
}

function isDrafts(value: unknown): value is StoredDrafts {
  return isRecord(value) && Object.values(value).every(isDraft);
}

function isDraft(value: unknown): value is CommentDraft {
  return (
    isRecord(value) &&
    typeof value.body === 'string' &&
    isOptional('string', value.inReplyTo) &&
    isOptional('string', value.suggestion) &&
    isOptional('string', value.headSha) &&
    (value.anchor === undefined || isAnchor(value.anchor))
  );
}

function isAnchor(value: unknown): value is CommentAnchor {
  return (
    isRecord(value) &&
    typeof value.path === 'string' &&
    isOptional('number', value.line) &&
    isOptional('number', value.endLine)
  );
}

function isOptional(type: 'string' | 'number', value: unknown): boolean {
  return value === undefined || typeof value === type;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
