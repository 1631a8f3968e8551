import type { CommentAnchor } from '@suido/backstage-plugin-data-requests-common';

/** A comment that is being written. */
export interface DraftComment {
  readonly body: string;
  /** Absent for a comment on the whole request. */
  readonly anchor?: CommentAnchor;
}
