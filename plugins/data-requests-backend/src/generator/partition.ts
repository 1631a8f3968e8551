import { InputError } from '@backstage/errors';
import type {
  MartPartition,
  Partitioning,
} from '@suido/backstage-plugin-data-requests-common';
import type { SqlDialect } from '../sql/SqlDialect';
import type { TargetConfig } from '../targets/TargetConfig';
import type { ResolvedColumn } from './ResolvedMart';
import { bareWord } from './yamlText';

/** What a properties file says of the layout of the rows. */
export interface PartitionProperties {
  /** Settings of dbt, where it knows any for the warehouse. */
  readonly config: Record<string, unknown>;
  /** Where it knows none: what is recorded for people and for later. */
  readonly meta?: object;
}

/** What each warehouse makes of a partition; dbt decides. */
const PARTITIONINGS: Readonly<Record<TargetConfig['dialect'], Partitioning>> = {
  bigquery: 'partitions',
  snowflake: 'clusters',
  duckdb: 'none',
  postgres: 'none',
};

/** What the warehouse of a target makes of a partition. */
export function partitioningOf({
  dialect,
}: Pick<TargetConfig, 'dialect'>): Partitioning {
  return PARTITIONINGS[dialect];
}

/**
 * How a warehouse is told to lay the rows out. dbt makes partitions in
 * BigQuery and clusters in Snowflake; elsewhere the wish is only recorded.
 *
 * @throws `InputError` for a column that is not there or holds no dates
 */
export function partitionProperties(
  partition: MartPartition | undefined,
  columns: readonly ResolvedColumn[],
  dialect: { readonly name: TargetConfig['dialect']; readonly sql: SqlDialect },
): PartitionProperties {
  if (!partition) {
    return { config: {} };
  }
  const { grain } = partition;
  const column = columns.find(({ name }) => name === partition.column);
  if (!column || !['date', 'timestamp'].includes(column.type.type)) {
    throw new InputError(
      `The mart has no date '${partition.column}' to be partitioned by`,
    );
  }
  switch (dialect.name) {
    case 'bigquery':
      return {
        config: {
          partition_by: {
            field: column.name,
            data_type: bareWord(bigqueryType(column)),
            granularity: bareWord(grain),
          },
        },
      };
    case 'snowflake': {
      const isDay = grain === 'day' && column.type.type === 'date';
      const name = dialect.sql.identifier(column.name);
      return {
        config: {
          cluster_by: [isDay ? name : dialect.sql.startOfPeriod(name, grain)],
        },
      };
    }
    default:
      return {
        config: {},
        meta: { column: column.name, grain: bareWord(grain) },
      };
  }
}

/** `timestamp` and `datetime` are partitioned alike, under their own names. */
function bigqueryType({ type }: ResolvedColumn): string {
  return type.type === 'timestamp' && type.declared === 'datetime'
    ? 'datetime'
    : type.type;
}
