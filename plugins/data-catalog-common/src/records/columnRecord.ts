import { authoredTextSchema, tierSchema } from '@suido/vocabulary';
import { z } from 'zod';

const name = z.string().min(1).max(1_024);

/** A test that a project keeps on a dataset or a column. @public */
export const testRecordSchema = z.object({
  /** As its project names it: `not_null`, `relationships`. */
  name,
  /** Columns it is about; absent where it is about the whole dataset. */
  columns: z.array(name).max(1_000).optional(),
  severity: z.enum(['error', 'warn']).optional(),
});

/**
 * A column as one source tells it. Fields of a struct are columns of their
 * own, named by their path: `address.city`.
 * @public
 */
export const columnRecordSchema = z.object({
  name,
  /** As the teller writes it: `varchar(20)`, `STRUCT<city STRING>`. */
  type: z.string().max(20_000).optional(),
  isNullable: z.boolean().optional(),
  definition: authoredTextSchema.optional(),
  tier: tierSchema.optional(),
  tags: z.array(z.string().min(1).max(256)).max(100).optional(),
});

/** @public */
export type ColumnRecord = z.infer<typeof columnRecordSchema>;
/** @public */
export type TestRecord = z.infer<typeof testRecordSchema>;
