import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  dataCatalog?: {
    dbt?: {
      /** dbt projects, read from their repositories' files. */
      projects?: Array<{
        /** Names the source for good. */
        id: string;
        /** How pages show it. Default: the id. */
        title?: string;
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
        /** When the repository is looked at. Default: every minute. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
      /** What runs of dbt leave behind: manifest, catalog, source freshness. */
      artifacts?: Array<{
        /** Names the source for good. */
        id: string;
        /** How pages show it. Default: the id. */
        title?: string;
        /**
         * Folder of `manifest.json`, and of `catalog.json` and `sources.json`
         * where there are: an absolute path on the backend's host, or a URL
         * that the backend can read (`backend.reading.allow`).
         */
        folder: string;
        /** OpenLineage namespace of the warehouse, such as `bigquery`. */
        datasetNamespace: string;
        /** When the files are looked at. Default: every minute. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
    };
  };
}
