import { z } from 'zod';

/** A text of the portal in each of its languages. @public */
export const localizedTextSchema = z.object({ en: z.string(), ja: z.string() });

/**
 * One file of a change. A deleted file has no content.
 * @public
 */
export const fileChangeSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('create'),
    path: z.string(),
    content: z.string(),
  }),
  z.object({
    action: z.literal('update'),
    path: z.string(),
    content: z.string(),
    previousContent: z.string(),
  }),
  z.object({
    action: z.literal('delete'),
    path: z.string(),
    previousContent: z.string(),
  }),
]);

/**
 * What one check found.
 *
 * @remarks
 * `failed` with severity `error` blocks the request; with `warning` the author
 * may go on. `not-run` says why in its message.
 * @public
 */
export const checkSchema = z.object({
  /** Stable name of the rule, such as `name-taken`. */
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  status: z.enum(['passed', 'failed', 'not-run']),
  /** Path of the spec's field that mends it, such as `columns.2.name`. */
  field: z.string().optional(),
  message: localizedTextSchema,
});

/** Someone whose approval the repository's CODEOWNERS asks for. @public */
export const predictedReviewerSchema = z.object({
  /** As written in CODEOWNERS. */
  handle: z.string(),
  /** The person or group of the portal that it stands for, where mapped. */
  entityRef: z.string().optional(),
  /** The rule that matched, such as `/models/marts/sales/`. */
  pattern: z.string(),
  paths: z.array(z.string()),
});

/**
 * All that a request changes, made by one pure function from its spec.
 * @public
 */
export const changeSetSchema = z.object({
  title: z.string(),
  files: z.array(fileChangeSchema),
  explanation: z.array(localizedTextSchema),
  /** SHA-256 over paths and contents: preview and pull request show the same. */
  hash: z.string(),
});

/** @public */
export type FileChange = z.infer<typeof fileChangeSchema>;
/** @public */
export type Check = z.infer<typeof checkSchema>;
/** @public */
export type PredictedReviewer = z.infer<typeof predictedReviewerSchema>;
/** @public */
export type ChangeSet = z.infer<typeof changeSetSchema>;

/** Whether the checks let the request be sent. @public */
export function mayBeSent(checks: readonly Check[]): boolean {
  return !checks.some(
    check => check.status === 'failed' && check.severity === 'error',
  );
}
