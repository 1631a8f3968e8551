import { datasetIdSchema, layerSchema, tierSchema } from '@suido/vocabulary';
import { z } from 'zod';

const names = z.array(z.string().min(1)).min(1);

/** What a dataset of ours has and the standard has no key for. */
export const datasetExtensionSchema = z.object({
  dataset: datasetIdSchema.optional().catch(undefined),
  type: z
    .enum([
      'table',
      'view',
      'materialized-view',
      'external-table',
      'seed',
      'snapshot',
      'file',
      'topic',
    ])
    .optional()
    .catch(undefined),
  layer: layerSchema.optional().catch(undefined),
  tier: tierSchema.optional().catch(undefined),
  descriptionJa: z.string().min(1).optional().catch(undefined),
  successor: datasetIdSchema.optional().catch(undefined),
  partitionedBy: z.string().min(1).max(256).optional().catch(undefined),
  foreignKeys: z
    .array(
      z.object({
        columns: names,
        references: datasetIdSchema,
        referencedColumns: names,
      }),
    )
    .optional()
    .catch(undefined),
});

/** The same of a column. */
export const columnExtensionSchema = z.object({
  descriptionJa: z.string().min(1).optional().catch(undefined),
});

export type DatasetExtension = z.infer<typeof datasetExtensionSchema>;
export type ColumnExtension = z.infer<typeof columnExtensionSchema>;

/** The extension as a contract has it; empty where it has none. */
export function readExtension<T>(schema: z.ZodType<T>, value: unknown): T {
  const found = schema.safeParse(plain(value));
  return found.success ? found.data : schema.parse({});
}

/** Mappings of YAML as objects, whose keys the schema then picks. */
function plain(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries(
      [...value].map(([key, inner]) => [String(key), plain(inner)]),
    );
  }
  return Array.isArray(value) ? value.map(plain) : value;
}
