import { z } from 'zod';

/**
 * Identity of a dataset as OpenLineage names it.
 *
 * @remarks
 * `namespace` says where (`duckdb://demo`, `bigquery`, `postgres://host:5432`),
 * `name` says which (`retail.marts.fct_sales`). Source: OpenLineage naming
 * conventions (spec/Naming.md).
 *
 * @public
 */
export const datasetIdSchema = z.strictObject({
  namespace: z.string().min(1).max(512),
  name: z.string().min(1).max(1024),
});

/** @public */
export type DatasetId = z.infer<typeof datasetIdSchema>;
