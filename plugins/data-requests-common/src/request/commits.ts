import { z } from 'zod';
import {
  checkSchema,
  fileChangeSchema,
  localizedTextSchema,
} from '../changes/ChangeSet';
import { sampleValueSchema } from '../changes/Preview';
import { columnTypeSchema } from '../changes/dataset';

/** A commit on the branch of a request, oldest first in lists. @public */
export const requestCommitSchema = z.object({
  sha: z.string(),
  at: z.iso.datetime(),
  /** First line of its message. */
  title: z.string(),
  /** `portal`: made from the spec; `suggestion`: an applied one; `person`: pushed with git. */
  origin: z.enum(['portal', 'suggestion', 'person']),
  /** Entity ref where the author is known to the portal, else the name in git. */
  author: z.string(),
  /** Revision of the spec that it was made from; only of `portal`. */
  revision: z.number().int().optional(),
  /** What the checks found when it was made; only of `portal`. */
  checks: z.array(checkSchema).optional(),
});

/** A column that one of two commits has, or that they describe differently. @public */
export const columnEffectSchema = z.object({
  name: z.string(),
  change: z.enum(['added', 'removed', 'retyped', 'recalculated']),
  from: columnTypeSchema.optional(),
  to: columnTypeSchema.optional(),
});

const rowEffectSchema = z.object({
  status: z.literal('available'),
  /** Rows of the mart on the same sample rows. */
  rowsBefore: z.number().int(),
  rowsAfter: z.number().int(),
  /** By the columns of the grain where both commits have them, else by the whole row. */
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
  /** Columns that the examples show. */
  columns: z.array(z.string()),
  /** At most 20: what a reader should look at. */
  examples: z.array(
    z.object({
      change: z.enum(['added', 'removed', 'changed']),
      before: z.array(sampleValueSchema).optional(),
      after: z.array(sampleValueSchema).optional(),
    }),
  ),
});

/** What differs between two commits of a request. @public */
export const requestEffectSchema = z.object({
  from: z.string(),
  to: z.string(),
  files: z.array(fileChangeSchema),
  /** Absent where one of the two commits was not made from a spec. */
  columns: z.array(columnEffectSchema).optional(),
  rows: z.discriminatedUnion('status', [
    rowEffectSchema,
    z.object({ status: z.literal('unavailable'), reason: localizedTextSchema }),
  ]),
});

/** @public */
export type RequestCommit = z.infer<typeof requestCommitSchema>;
/** @public */
export type ColumnEffect = z.infer<typeof columnEffectSchema>;
/** @public */
export type RequestEffect = z.infer<typeof requestEffectSchema>;
