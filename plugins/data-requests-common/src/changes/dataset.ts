import {
  authoredTextSchema,
  datasetIdSchema,
  layerSchema,
  tierSchema,
  updateFrequencySchema,
} from '@suido/vocabulary';
import { z } from 'zod';

/** What a value of a column is, whatever the warehouse calls it. @public */
export const COLUMN_TYPES = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'timestamp',
  'unknown',
] as const;

/** @public */
export const columnTypeSchema = z.enum(COLUMN_TYPES);

/** @public */
export const inputColumnSchema = z.object({
  name: z.string(),
  type: columnTypeSchema,
  definition: authoredTextSchema,
  tier: tierSchema,
});

/**
 * A dataset that a mart of this target may read, as the repository tells it.
 * @public
 */
export const inputDatasetSchema = z.object({
  key: z.string(),
  id: datasetIdSchema,
  /** Name that people know it by: the model's or the source table's. */
  name: z.string(),
  layer: layerSchema,
  definition: authoredTextSchema,
  /** Entity ref of the owning group, where known. */
  owner: z.string().optional(),
  updateFrequency: updateFrequencySchema.optional(),
  tier: tierSchema,
  columns: z.array(inputColumnSchema),
});

/** @public */
export type ColumnType = z.infer<typeof columnTypeSchema>;
/** @public */
export type InputColumn = z.infer<typeof inputColumnSchema>;
/** @public */
export type InputDataset = z.infer<typeof inputDatasetSchema>;
