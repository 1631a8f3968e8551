import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { ClientConfig } from 'pg';

/** A database that is read. */
export interface DatabaseConfig {
  readonly id: string;
  readonly title: string;
  readonly connection: Readonly<ClientConfig>;
  /** Else told by the connection: `postgres://host:port`. */
  readonly datasetNamespace?: string;
  /** Patterns of schemas; `*` is any text. */
  readonly schemas: {
    readonly include: readonly string[];
    readonly exclude: readonly string[];
  };
  readonly statementTimeoutMs: number;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 15 },
  timeout: { minutes: 30 },
};

const DEFAULT_STATEMENT_TIMEOUT_MS = 60_000;

/** Reads `dataCatalog.postgres.databases`. */
export function readDatabaseConfigs(root: Config): DatabaseConfig[] {
  return (
    root.getOptionalConfigArray('dataCatalog.postgres.databases') ?? []
  ).map(config => {
    const id = config.getString('id');
    return {
      id,
      title: config.getOptionalString('title') ?? id,
      connection: connectionOf(config),
      datasetNamespace: config.getOptionalString('datasetNamespace'),
      schemas: {
        include: config.getOptionalStringArray('schemas.include') ?? ['*'],
        exclude: config.getOptionalStringArray('schemas.exclude') ?? [],
      },
      statementTimeoutMs:
        config.getOptionalNumber('statementTimeoutMs') ??
        DEFAULT_STATEMENT_TIMEOUT_MS,
      schedule: config.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : DEFAULT_SCHEDULE,
    };
  });
}

function connectionOf(config: Config): ClientConfig {
  if (typeof config.get('connection') === 'string') {
    return { connectionString: config.getString('connection') };
  }
  const connection = config.getConfig('connection');
  return {
    host: connection.getString('host'),
    port: connection.getOptionalNumber('port') ?? 5432,
    database: connection.getString('database'),
    user: connection.getString('user'),
    password: connection.getOptionalString('password'),
    ssl: sslOf(connection),
  };
}

function sslOf(connection: Config): ClientConfig['ssl'] {
  if (typeof connection.getOptional('ssl') === 'boolean') {
    return connection.getBoolean('ssl');
  }
  const ssl = connection.getOptionalConfig('ssl');
  return (
    ssl && {
      ca: ssl.getOptionalString('ca'),
      rejectUnauthorized: ssl.getOptionalBoolean('rejectUnauthorized') ?? true,
    }
  );
}
