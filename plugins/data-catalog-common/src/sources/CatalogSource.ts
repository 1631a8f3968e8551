import { z } from 'zod';
import { localizedTextSchema } from './localizedText';
import { readingReportSchema } from './readingReport';

/** How a run of a source ended, or that it has not. @public */
export const SOURCE_RUN_STATES = [
  'running',
  /** What it told is in the catalog. */
  'applied',
  /** The source is as it was; nothing was read. */
  'unchanged',
  /** It would remove more than is configured; a data engineer decides. */
  'held',
  /** It could not be read, or is older than what is there. */
  'failed',
] as const;

/** @public */
export const sourceRunSchema = z.object({
  id: z.ulid(),
  state: z.enum(SOURCE_RUN_STATES),
  mode: z.enum(['full', 'delta']).optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** When the source was as it is told. */
  takenAt: z.iso.datetime().optional(),
  report: readingReportSchema.optional(),
  /** What it changed, or would change where it is held. */
  changes: z
    .object({
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
    })
    .optional(),
  /** Why it is held or failed, with the cure. */
  reason: localizedTextSchema.optional(),
  /** The catalog's revision that it made. */
  revision: z.number().int().optional(),
});

/** A teller of metadata. @public */
export const catalogSourceSchema = z.object({
  id: z.string(),
  /** `dbt`, `postgres`, `push`, ... */
  kind: z.string(),
  title: z.string(),
  datasets: z.number().int(),
  lastRun: sourceRunSchema.optional(),
  /** The last run that reached the catalog. */
  lastAppliedAt: z.iso.datetime().optional(),
});

/** @public */
export type SourceRunState = (typeof SOURCE_RUN_STATES)[number];
/** @public */
export type SourceRun = z.infer<typeof sourceRunSchema>;
/** @public */
export type CatalogSource = z.infer<typeof catalogSourceSchema>;
