import {
  authoredTextSchema,
  datasetIdSchema,
  layerSchema,
  tierSchema,
  updateFrequencySchema,
} from '@suido/vocabulary';
import { z } from 'zod';
import { columnRecordSchema, testRecordSchema } from './columnRecord';

/** What a dataset is to its engine. @public */
export const DATASET_TYPES = [
  'table',
  'view',
  'materialized-view',
  'external-table',
  'seed',
  'snapshot',
  'file',
  'topic',
] as const;

/** @public */
export const datasetTypeSchema = z.enum(DATASET_TYPES);

/**
 * Who answers for a dataset, as a source says it: an entity of the portal, or
 * what a person would recognise them by.
 * @public
 */
export const ownerRecordSchema = z
  .object({
    /** Entity ref: `group:default/sales`. */
    ref: z.string().max(512).optional(),
    name: z.string().max(512).optional(),
    email: z.string().max(512).optional(),
  })
  .refine(
    ({ ref, name, email }) => [ref, name, email].some(Boolean),
    'give one of ref, name, email',
  );

/** @public */
export const partitioningSchema = z.object({
  columns: z.array(z.string().min(1).max(1_024)).min(1).max(20),
  /** As the engine says it: `day`, `hash(16)`. */
  by: z.string().max(256).optional(),
});

/** @public */
export const lifecycleSchema = z.object({
  state: z.enum(['proposed', 'active', 'deprecated']),
  /** What is to be used instead. */
  successor: datasetIdSchema.optional(),
  /** Last day of use. */
  until: z.iso.date().optional(),
});

/**
 * What one source says of one dataset.
 *
 * @remarks
 * All but the identity is optional: a source tells what it knows, and silence
 * is not a denial. A record stands for everything that its source says of the
 * dataset, so what an earlier one said and this one does not is taken back.
 * @public
 */
export const datasetRecordSchema = z.object({
  kind: z.literal('dataset'),
  id: datasetIdSchema,
  /** Other names of the same table (OpenLineage symlinks). */
  aliases: z.array(datasetIdSchema).max(50).optional(),
  type: datasetTypeSchema.optional(),
  layer: layerSchema.optional(),
  domain: z.string().min(1).max(256).optional(),
  dataProduct: z.string().min(1).max(256).optional(),
  tags: z.array(z.string().min(1).max(256)).max(200).optional(),
  owners: z.array(ownerRecordSchema).max(50).optional(),
  stewards: z.array(ownerRecordSchema).max(50).optional(),
  purpose: z.string().max(65_536).optional(),
  updateFrequency: updateFrequencySchema.optional(),
  definition: authoredTextSchema.optional(),
  tier: tierSchema.optional(),
  lifecycle: lifecycleSchema.optional(),
  /** In the order of the dataset. */
  columns: z.array(columnRecordSchema).max(20_000).optional(),
  primaryKey: z.array(z.string().min(1).max(1_024)).max(100).optional(),
  foreignKeys: z
    .array(
      z.object({
        columns: z.array(z.string().min(1).max(1_024)).min(1).max(100),
        references: datasetIdSchema,
        referencedColumns: z.array(z.string().min(1).max(1_024)).max(100),
      }),
    )
    .max(500)
    .optional(),
  partitioning: partitioningSchema.optional(),
  tests: z.array(testRecordSchema).max(5_000).optional(),
  /** Rows and bytes, and when they were counted. */
  size: z
    .object({
      rows: z.number().int().nonnegative().optional(),
      bytes: z.number().int().nonnegative().optional(),
      at: z.iso.datetime({ offset: true }),
    })
    .optional(),
  /** When its newest rows came in. */
  loadedAt: z.iso.datetime({ offset: true }).optional(),
  /** Query of a view. */
  viewSql: z.string().max(1_000_000).optional(),
  /** File that defines it, from the root of its repository; layer rules read it. */
  path: z.string().max(4_096).optional(),
  /** The request of this portal that made it. */
  requestId: z.ulid().optional(),
});

/** @public */
export type DatasetType = z.infer<typeof datasetTypeSchema>;
/** @public */
export type OwnerRecord = z.infer<typeof ownerRecordSchema>;
/** @public */
export type Partitioning = z.infer<typeof partitioningSchema>;
/** @public */
export type Lifecycle = z.infer<typeof lifecycleSchema>;
/** @public */
export type DatasetRecord = z.infer<typeof datasetRecordSchema>;
