import { z } from 'zod';
import { requestStateSchema } from './states';

/** @public */
export const reviewVerdictSchema = z.enum(['approve', 'request-changes']);

/**
 * Where in a change a comment stands.
 * @public
 */
export const commentAnchorSchema = z.object({
  path: z.string().min(1).max(1_000),
  /** Line of the new file, from 1. */
  line: z.number().int().min(1).optional(),
  /** Last line of a range that begins at `line`. */
  endLine: z.number().int().min(1).optional(),
});

/** What a comment says beside its text. */
const remark = {
  anchor: commentAnchorSchema.optional(),
  /** Id of the comment that it answers. */
  inReplyTo: z.string().max(64).optional(),
  /** Text that should stand in place of the anchored lines. */
  suggestion: z.string().max(20_000).optional(),
};

/** A comment as it is written. @public */
export const newCommentSchema = z
  .object({ body: z.string().trim().max(20_000).default(''), ...remark })
  .refine(({ body, suggestion }) => body !== '' || suggestion !== undefined, {
    path: ['body'],
    message: 'write a comment, or suggest a text',
  })
  .refine(
    ({ suggestion, anchor }) =>
      suggestion === undefined || anchor?.line !== undefined,
    { path: ['anchor', 'line'], message: 'say which lines it replaces' },
  )
  .refine(
    ({ anchor }) =>
      anchor?.endLine === undefined ||
      (anchor.line !== undefined && anchor.line <= anchor.endLine),
    { path: ['anchor', 'endLine'], message: 'a range ends after it begins' },
  );

const entry = {
  /** Position in the timeline, from 1; never reused. */
  sequence: z.number().int(),
  at: z.iso.datetime(),
  /** Entity ref of who did it; absent where the portal itself did. */
  actor: z.string().optional(),
};

/** One thing that happened to a request. The timeline only grows. @public */
export const timelineEntrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submitted'), ...entry, revision: z.number() }),
  z.object({
    type: z.literal('state-changed'),
    ...entry,
    from: requestStateSchema,
    to: requestStateSchema,
    reason: z.string().optional(),
  }),
  z.object({
    type: z.literal('proposed'),
    ...entry,
    number: z.number().int(),
    headSha: z.string(),
  }),
  z.object({
    type: z.literal('updated'),
    ...entry,
    revision: z.number(),
    headSha: z.string(),
  }),
  z.object({
    type: z.literal('commented'),
    ...entry,
    body: z.string(),
    /** Stable id of the comment; absent in entries of the first release. */
    comment: z.string().optional(),
    ...remark,
    /** Commit that the comment was made at. */
    headSha: z.string().optional(),
    /** Field of the spec that the anchored line comes from, such as `columns.2.definition`. */
    field: z.string().optional(),
  }),
  z.object({
    type: z.literal('suggestion-applied'),
    ...entry,
    /** Id of the comment that suggested it. */
    comment: z.string(),
    headSha: z.string(),
  }),
  z.object({
    type: z.literal('reviewed'),
    ...entry,
    verdict: reviewVerdictSchema,
    body: z.string(),
    headSha: z.string(),
  }),
  z.object({ type: z.literal('merged'), ...entry, mergeSha: z.string() }),
]);

/** @public */
export type ReviewVerdict = z.infer<typeof reviewVerdictSchema>;
/** @public */
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;
/** @public */
export type NewComment = z.infer<typeof newCommentSchema>;
/** @public */
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
