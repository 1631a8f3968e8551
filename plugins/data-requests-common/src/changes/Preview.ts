import { tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import {
  changeSetSchema,
  checkSchema,
  localizedTextSchema,
  predictedReviewerSchema,
} from './ChangeSet';
import { columnTypeSchema } from './dataset';

/** A value of a sample row. Decimals and dates come as text. @public */
export const sampleValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
]);

/** Rows that the mart would have, computed on sample rows of its sources. @public */
export const sampleRowsSchema = z.object({
  columns: z.array(
    z.object({
      name: z.string(),
      type: columnTypeSchema,
      /** True where a source masked the values before they left it. */
      masked: z.boolean(),
    }),
  ),
  rows: z.array(z.array(sampleValueSchema)),
  /** True where there were more rows than are shown. */
  truncated: z.boolean(),
  /** Rows read from the sources. */
  sampledRowCount: z.number().int(),
});

/** Sample rows, or the reason in words why there are none. @public */
export const sampleSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('available'), ...sampleRowsSchema.shape }),
  z.object({ status: z.literal('unavailable'), reason: localizedTextSchema }),
]);

/** What a join did to the rows, measured on the sample. @public */
export const joinEffectSchema = z.object({
  /** Position in the `joins` of the spec. */
  join: z.number().int(),
  rowsBefore: z.number().int(),
  rowsAfter: z.number().int(),
  /** Most rows of the joined dataset that one row before it met. */
  mostMatches: z.number().int(),
  /** Rows before it that met none. */
  unmatched: z.number().int(),
});

/** All that the live panel shows of a spec. @public */
export const previewSchema = z.object({
  checks: z.array(checkSchema),
  sample: sampleSchema,
  /** Empty where nothing was computed on sample rows. */
  joins: z.array(joinEffectSchema).default([]),
  /** Absent as long as the spec is too unfinished to write a file. */
  changeSet: changeSetSchema.optional(),
  /** The query of the mart, as the warehouse will run it. */
  sql: z.string().optional(),
  reviewers: z.array(predictedReviewerSchema),
  /** The lowest tier that the inputs allow. */
  lowestTier: tierSchema,
});

/** @public */
export type SampleValue = z.infer<typeof sampleValueSchema>;
/** @public */
export type SampleRows = z.infer<typeof sampleRowsSchema>;
/** @public */
export type Sample = z.infer<typeof sampleSchema>;
/** @public */
export type JoinEffect = z.infer<typeof joinEffectSchema>;
/** @public */
export type Preview = z.infer<typeof previewSchema>;
