import { datasetIdSchema } from '@suido/vocabulary';
import { z } from 'zod';

/** How often somebody used a dataset on a day, and what that cost. @public */
export const usageRecordSchema = z.object({
  kind: z.literal('usage'),
  dataset: datasetIdSchema,
  /** In the portal's time zone. */
  day: z.iso.date(),
  /** Entity ref, or what the warehouse calls them. */
  user: z.string().min(1).max(512),
  queries: z.number().int().nonnegative(),
  cost: z
    .object({
      amount: z.number().nonnegative(),
      /** ISO 4217. */
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
    .optional(),
});

/** @public */
export type UsageRecord = z.infer<typeof usageRecordSchema>;
