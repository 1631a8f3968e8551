import type { Fields } from '../fields/Fields';
import type { Partitioning } from '../records/DatasetRecord';

// Each adapter has its own words for the same two things.
const PARTITION_KEYS = [
  'partition_by', // BigQuery, Databricks, Spark, ClickHouse
  'partitioned_by', // Athena
  'partition_on', // Dremio
] as const;
const CLUSTER_KEYS = [
  'cluster_by', // BigQuery, Snowflake
  'liquid_clustered_by', // Databricks
  'clustered_by', // Spark, Databricks
  'bucketed_by', // Athena
  'sort', // Redshift
  'order_by', // ClickHouse
] as const;

/** How a table is divided, from `config`; `undefined` where it is not. */
export function readPartitioning(config: Fields): Partitioning | undefined {
  for (const key of PARTITION_KEYS) {
    const value = config.any(key);
    if (typeof value === 'string' || Array.isArray(value)) {
      const by = config.oneOrMore(key);
      if (by.length > 0) {
        return { by };
      }
    } else if (value !== undefined) {
      const partition = config.object(key);
      const by = [
        ...partition.oneOrMore('field'),
        ...partition.oneOrMore('fields'),
      ];
      if (by.length > 0) {
        const granularity = partition.text('granularity');
        return { by, ...(granularity && { granularity }) };
      }
    }
  }
  return undefined;
}

/** Columns or expressions by which a table is clustered or sorted. */
export function readClustering(config: Fields): readonly string[] {
  for (const key of CLUSTER_KEYS) {
    const columns = config.oneOrMore(key);
    if (columns.length > 0) {
      return columns;
    }
  }
  return [];
}
