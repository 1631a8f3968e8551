import { z } from 'zod';
import { requestStateSchema } from './DataRequest';

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
});

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
    anchor: commentAnchorSchema.optional(),
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
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
