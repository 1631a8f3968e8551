import type { DatasetId } from './DatasetId';

/** Ways in which one scheme is written in the wild. */
const SCHEME_ALIASES: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  s3a: 's3',
  s3n: 's3',
};

/**
 * Schemes whose engines tell names apart by case. Everywhere else an unquoted
 * name means the same table in any case, and tellers write it differently:
 * Snowflake's catalog in capitals, dbt's manifest in small letters.
 */
const CASE_SENSITIVE_SCHEMES: ReadonlySet<string> = new Set([
  'abfss',
  'bigquery',
  'clickhouse',
  'file',
  'gs',
  'hdfs',
  'kafka',
  'mysql',
  'postgres',
  's3',
  'wasbs',
]);

/** Scheme of a namespace: `postgres` of `postgresql://host:5432`. @public */
export function datasetPlatform(namespace: string): string {
  const scheme = namespace.split(':', 1)[0].trim().toLowerCase();
  return SCHEME_ALIASES[scheme] ?? scheme;
}

/**
 * The one name under which a dataset is known, whoever tells of it.
 *
 * @remarks
 * Schemes have one spelling, hosts are in small letters, a trailing `/` is
 * left out, and names are folded to small letters on platforms that do not
 * tell them apart by case. Idempotent. Source: OpenLineage naming conventions
 * (spec/Naming.md) and the identifier rules of each engine's manual.
 * @public
 */
export function canonicalDatasetId({ namespace, name }: DatasetId): DatasetId {
  const platform = datasetPlatform(namespace);
  const [, authority = '', path = ''] =
    /^[^:]*:(\/\/[^/]*)?(.*)$/.exec(namespace.trim()) ?? [];
  const rest = `${authority.toLowerCase()}${path}`.replace(/\/+$/, '');
  return {
    namespace: rest === '' ? platform : `${platform}:${rest}`,
    name: CASE_SENSITIVE_SCHEMES.has(platform) ? name : name.toLowerCase(),
  };
}
