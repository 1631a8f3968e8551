import { datasetIdSchema } from '@suido/vocabulary';
import { z } from 'zod';

/** That one dataset is made from another. @public */
export const edgeRecordSchema = z.object({
  kind: z.literal('edge'),
  from: datasetIdSchema,
  to: datasetIdSchema,
  /** What says so: `depends_on` of a manifest, a view's query, a run. */
  evidence: z.enum(['declared', 'sql', 'run']),
});

/** @public */
export type EdgeRecord = z.infer<typeof edgeRecordSchema>;
