import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Datasets of dbt repositories, by a name of your choice. */
      dataCatalog?: {
        [providerId: string]: {
          /**
           * The repository's branch, as a URL of a tree that the backend can
           * read: `https://github.com/acme/data-platform/tree/main`.
           */
          url: string;
          /** Folder of `dbt_project.yml`. Default: the root. */
          projectPath?: string;
          /** OpenLineage namespace of the warehouse, such as `bigquery`. */
          datasetNamespace: string;
          /** Database of the dbt target. */
          database: string;
          /** Schema of the dbt target. */
          schema: string;
          /** When the repository is looked at. Default: every 30 seconds. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        };
      };
    };
  };
}
