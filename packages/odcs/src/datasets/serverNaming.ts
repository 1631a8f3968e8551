import type { ContractServer } from '../reading/Contract';

/** How datasets on a type of server are named; OpenLineage, spec/Naming.md. */
interface Naming {
  /** With `{field}`s, or `{field|what if it is absent}`. */
  readonly namespace?: string;
  /** Fields that stand before a table's name, outermost first. */
  readonly parts: readonly string[];
}

const POSTGRES: Naming = {
  namespace: 'postgres://{host}:{port|5432}',
  parts: ['database', 'schema'],
};

const NAMINGS: Readonly<Record<string, Naming>> = {
  athena: {
    namespace: 'awsathena://athena.{regionName}.amazonaws.com',
    parts: ['catalog', 'schema'],
  },
  bigquery: { namespace: 'bigquery', parts: ['project', 'dataset'] },
  clickhouse: {
    namespace: 'clickhouse://{host}:{port|9000}',
    parts: ['database'],
  },
  databricks: { parts: ['catalog', 'schema'] },
  duckdb: { parts: ['database', 'schema'] },
  kafka: { namespace: 'kafka://{host}', parts: [] },
  mysql: { namespace: 'mysql://{host}:{port|3306}', parts: ['database'] },
  oracle: {
    namespace: 'oracle://{host}:{port|1521}',
    parts: ['serviceName', 'schema'],
  },
  postgres: POSTGRES,
  postgresql: POSTGRES,
  redshift: {
    namespace: 'redshift://{host}:{port|5439}',
    parts: ['database', 'schema'],
  },
  snowflake: {
    namespace: 'snowflake://{account}',
    parts: ['database', 'schema'],
  },
  sqlserver: {
    namespace: 'mssql://{host}:{port|1433}',
    parts: ['database', 'schema'],
  },
  trino: {
    namespace: 'trino://{host}:{port|8080}',
    parts: ['catalog', 'schema'],
  },
};

const OTHER: Naming = { parts: ['catalog', 'database', 'schema'] };

/** The namespace that a server's own fields give, where they do. */
export function namespaceOf(server: ContractServer): string | undefined {
  let isComplete = true;
  const namespace = namingOf(server).namespace?.replace(
    /\{(\w+)(?:\|(\w+))?\}/g,
    (_all, field: string, otherwise?: string) => {
      const value = server.fields.get(field) ?? otherwise;
      isComplete &&= value !== undefined;
      return value ?? '';
    },
  );
  return isComplete ? namespace : undefined;
}

/**
 * The whole name of a table on a server. A physical name that is qualified
 * itself is only completed with what it lacks.
 */
export function qualifiedName(
  server: ContractServer | undefined,
  physicalName: string,
): string {
  const outer = (server ? namingOf(server).parts : []).flatMap(
    part => server?.fields.get(part) ?? [],
  );
  const own = physicalName.split('.');
  const missing = Math.max(0, outer.length + 1 - own.length);
  return [...outer.slice(0, missing), ...own].join('.');
}

function namingOf({ type }: ContractServer): Naming {
  return Object.hasOwn(NAMINGS, type) ? NAMINGS[type] : OTHER;
}
