import { z } from 'zod';
import { localizedTextSchema } from './localizedText';

/**
 * Why records were repaired or refused, and which. The same shape from every
 * reader: a source page, a push answer and the inspect command show it.
 * @public
 */
export const readingReasonSchema = z.object({
  /** Stable code: `duplicate-key`, `no-relation`. */
  code: z.string(),
  /** `left-out`: understood, and not for the catalog; `note`: no record's. */
  outcome: z.enum(['repaired', 'refused', 'left-out', 'note']),
  text: localizedTextSchema,
  count: z.number().int().positive(),
  /** Where, for the first few: a line, a JSON pointer, a unique id. */
  examples: z.array(z.string()),
});

/** What became of the records of one snapshot. @public */
export const readingReportSchema = z.object({
  totals: z.object({
    read: z.number().int().nonnegative(),
    kept: z.number().int().nonnegative(),
    repaired: z.number().int().nonnegative(),
    refused: z.number().int().nonnegative(),
  }),
  reasons: z.array(readingReasonSchema),
});

/** @public */
export type ReadingReason = z.infer<typeof readingReasonSchema>;
/** @public */
export type ReadingReport = z.infer<typeof readingReportSchema>;
