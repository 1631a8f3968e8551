import { datasetIdSchema } from '@suido/vocabulary';
import { z } from 'zod';
import { ownerRecordSchema } from './datasetRecord';

const asset = {
  /** The asset's own id at its source; stable. */
  id: z.string().min(1).max(1_024),
  title: z.string().min(1).max(2_048),
  description: z.string().max(65_536).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(4_096)
    .optional(),
  owner: ownerRecordSchema.optional(),
  tags: z.array(z.string().min(1).max(256)).max(200).optional(),
  /** Datasets it reads. */
  reads: z.array(datasetIdSchema).max(5_000).optional(),
  lastRunAt: z.iso.datetime({ offset: true }).optional(),
};

/** A query that somebody keeps in a notebook or a BI tool. @public */
export const savedQueryRecordSchema = z.object({
  kind: z.literal('saved-query'),
  ...asset,
  sql: z.string().max(1_000_000).optional(),
});

/** A dashboard, a report, an application: whatever reads datasets for people. @public */
export const dashboardRecordSchema = z.object({
  kind: z.literal('dashboard'),
  ...asset,
});

/** @public */
export type SavedQueryRecord = z.infer<typeof savedQueryRecordSchema>;
/** @public */
export type DashboardRecord = z.infer<typeof dashboardRecordSchema>;
