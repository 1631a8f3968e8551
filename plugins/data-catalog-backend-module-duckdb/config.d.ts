import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  dataCatalog?: {
    duckdb?: {
      /** DuckDB files whose metadata is read. */
      files?: Array<{
        /** Names the source for good. */
        id: string;
        /** How pages show it. Default: the id. */
        title?: string;
        /** Absolute path on the backend's host. */
        path: string;
        /** OpenLineage namespace of its datasets, such as `duckdb://retail`. */
        datasetNamespace: string;
        /** When the file is looked at. Default: every minute. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
    };
  };
}
