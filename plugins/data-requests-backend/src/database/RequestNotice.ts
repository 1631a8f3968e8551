/**
 * Something that certain people should be told beside a change of state.
 *
 * - `commented`: somebody spoke.
 * - `suggestion-applied`: what the recipient suggested is in the pull request.
 * - `approval-voided`: a new commit came after the recipient's approval.
 */
export type RequestNotice = {
  /** Entity refs of people. */
  readonly recipients: readonly string[];
  /** Who did it and so needs no telling. */
  readonly actor?: string;
} & (
  | { readonly kind: 'commented' | 'approval-voided' }
  | { readonly kind: 'suggestion-applied'; readonly comment: string }
);
