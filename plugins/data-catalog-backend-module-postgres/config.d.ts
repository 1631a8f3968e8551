import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  dataCatalog?: {
    postgres?: {
      /** PostgreSQL databases whose metadata is read. */
      databases?: Array<{
        /** Names the source for good. */
        id: string;
        /** How pages show it. Default: the id. */
        title?: string;
        /**
         * How the database is reached: a URL
         * (`postgresql://reader:…@db.acme.test:5432/shop`), or its parts.
         * @visibility secret
         */
        connection:
          | string
          | {
              host: string;
              /** Default: 5432. */
              port?: number;
              database: string;
              user: string;
              /** @visibility secret */
              password?: string;
              ssl?:
                | boolean
                | {
                    /** Certificate of the authority, in PEM. */
                    ca?: string;
                    /** Default: true. */
                    rejectUnauthorized?: boolean;
                  };
            };
        /**
         * OpenLineage namespace, where other tools reach the server by another
         * name. Default: `postgres://host:port` of the connection.
         */
        datasetNamespace?: string;
        /** Schemas, as patterns where `*` is any text. */
        schemas?: {
          /** Default: all. */
          include?: string[];
          /** Taken out of those. Default: none. */
          exclude?: string[];
        };
        /** Longest time of one query. Default: 60000. */
        statementTimeoutMs?: number;
        /** When it is looked at. Default: every 15 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
    };
  };
}
