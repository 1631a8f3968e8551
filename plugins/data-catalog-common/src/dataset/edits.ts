import { authoredTextSchema, tierSchema } from '@suido/vocabulary';
import { z } from 'zod';

/**
 * What people write about a dataset in the portal. It counts before what any
 * source says, and stands beside it; `null` takes it back.
 * @public
 */
export const datasetEditSchema = z
  .object({
    purpose: z.string().trim().min(1).max(5_000).nullable(),
    definition: authoredTextSchema.nullable(),
    /** Entity ref of a group. */
    owner: z
      .string()
      .regex(/^group:[^/]+\/.+$/, 'must be a group such as group:default/sales')
      .nullable(),
    /** Never below the highest tier of its columns. */
    tier: tierSchema.nullable(),
    /** Definition of one column. */
    columns: z.record(
      z.string().min(1).max(1_024),
      z.object({ definition: authoredTextSchema.nullable() }),
    ),
  })
  .partial()
  .refine(
    edit => Object.keys(edit).length > 0,
    'write at least one of purpose, definition, owner, tier, columns',
  );

/** @public */
export type DatasetEdit = z.infer<typeof datasetEditSchema>;
