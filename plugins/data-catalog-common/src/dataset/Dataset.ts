import {
  authoredTextSchema,
  datasetIdSchema,
  layerSchema,
  tierSchema,
  updateFrequencySchema,
} from '@suido/vocabulary';
import { z } from 'zod';
import {
  datasetTypeSchema,
  lifecycleSchema,
  ownerRecordSchema,
  partitioningSchema,
} from '../records/datasetRecord';
import { testRecordSchema } from '../records/columnRecord';

/** Who answers for a dataset, as the portal understands it. @public */
export const datasetOwnerSchema = z.object({
  /** Entity ref, where the portal knows them. */
  ref: z.string().optional(),
  /** What is shown where there is no ref. */
  label: z.string(),
  /** A person, not a group: flagged, not forbidden. */
  isPersonal: z.boolean(),
});

/** A dataset in a list. @public */
export const datasetSummarySchema = z.object({
  key: z.string(),
  id: datasetIdSchema,
  /** Last part of its name, as people say it. */
  name: z.string(),
  type: datasetTypeSchema.optional(),
  layer: layerSchema.optional(),
  domain: z.string().optional(),
  owner: datasetOwnerSchema.optional(),
  tier: tierSchema,
  definition: authoredTextSchema,
  updateFrequency: updateFrequencySchema.optional(),
  columns: z.number().int(),
  /** Share of what a reader needs that somebody wrote, 0 to 1. */
  completeness: z.number(),
  lifecycle: lifecycleSchema.shape.state,
  loadedAt: z.iso.datetime().optional(),
});

/**
 * What one source says of one thing: the first of a list is what counts, by
 * the configured precedence; the others are shown beside it.
 * @public
 */
export const tellingSchema = z.object({
  /** Id of the source; `portal` for what was written here. */
  source: z.string(),
  at: z.iso.datetime(),
  value: z.json(),
});

/** Rule that set a dataset's tier. @public */
export const TIER_RULES = ['own', 'columns', 'inputs', 'default'] as const;

/** A dataset as its page shows it. Columns are read apart. @public */
export const datasetSchema = datasetSummarySchema.extend({
  aliases: z.array(datasetIdSchema),
  dataProduct: z.string().optional(),
  tags: z.array(z.string()),
  owners: z.array(datasetOwnerSchema),
  stewards: z.array(datasetOwnerSchema),
  purpose: z.string().optional(),
  tierRule: z.enum(TIER_RULES),
  successor: z.object({ key: z.string(), name: z.string() }).optional(),
  until: z.iso.date().optional(),
  primaryKey: z.array(z.string()),
  foreignKeys: z.array(
    z.object({
      columns: z.array(z.string()),
      references: neighbour(),
      referencedColumns: z.array(z.string()),
    }),
  ),
  partitioning: partitioningSchema.optional(),
  tests: z.array(testRecordSchema),
  size: z
    .object({
      rows: z.number().optional(),
      bytes: z.number().optional(),
      at: z.iso.datetime(),
    })
    .optional(),
  viewSql: z.string().optional(),
  path: z.string().optional(),
  requestId: z.ulid().optional(),
  /** Who says what: field → tellings, the one that counts first. */
  told: z.record(z.string(), z.array(tellingSchema)),
  /** What is best filled in next, most useful first. */
  missing: z.array(z.string()),
  reads: z.array(neighbour()),
  readBy: z.array(neighbour()),
  revision: z.number().int(),
  firstSeenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

/** Another dataset, with its key where the reader may see it. */
function neighbour() {
  return z.object({ key: z.string().optional(), name: z.string() });
}

/** A column as its dataset's page shows it. @public */
export const columnSchema = z.object({
  name: z.string(),
  position: z.number().int(),
  type: z.string().optional(),
  isNullable: z.boolean().optional(),
  definition: authoredTextSchema,
  tier: tierSchema.optional(),
  tags: z.array(z.string()),
  tests: z.array(z.string()),
  /** Source that tells its definition. */
  definedBy: z.string().optional(),
});

/** @public */
export type DatasetOwner = z.infer<typeof datasetOwnerSchema>;
/** @public */
export type OwnerLike = z.infer<typeof ownerRecordSchema>;
/** @public */
export type DatasetSummary = z.infer<typeof datasetSummarySchema>;
/** @public */
export type Telling = z.infer<typeof tellingSchema>;
/** @public */
export type TierRule = (typeof TIER_RULES)[number];
/** @public */
export type Dataset = z.infer<typeof datasetSchema>;
/** @public */
export type Column = z.infer<typeof columnSchema>;
