import { z } from 'zod';
import { datasetIdSchema } from '@suido/vocabulary';
import { dashboardRecordSchema, savedQueryRecordSchema } from './assetRecords';
import { datasetRecordSchema } from './datasetRecord';
import { edgeRecordSchema } from './lineageRecord';
import { usageRecordSchema } from './usageRecord';

/**
 * In a delta snapshot: that the source knows a thing no longer. In a full one
 * silence says so.
 * @public
 */
export const removalRecordSchema = z.object({
  kind: z.literal('removal'),
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('dataset'), id: datasetIdSchema }),
    z.object({
      kind: z.literal('edge'),
      from: datasetIdSchema,
      to: datasetIdSchema,
    }),
    z.object({ kind: z.enum(['saved-query', 'dashboard']), id: z.string() }),
  ]),
});

/**
 * One record of a snapshot; a line of the JSON Lines that are pushed.
 * @public
 */
export const snapshotRecordSchema = z.discriminatedUnion('kind', [
  datasetRecordSchema,
  edgeRecordSchema,
  usageRecordSchema,
  savedQueryRecordSchema,
  dashboardRecordSchema,
  removalRecordSchema,
]);

/** @public */
export type RemovalRecord = z.infer<typeof removalRecordSchema>;
/** @public */
export type SnapshotRecord = z.infer<typeof snapshotRecordSchema>;
