import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  dataCatalog?: {
    odcs?: {
      /** Folders of data contracts. */
      contracts?: Array<{
        /** Names the source for good. */
        id: string;
        /** How pages show it. Default: the id. */
        title?: string;
        /**
         * Where the YAML files are, in folders below too: an absolute path on
         * the backend's host, or the URL of a repository's tree that the
         * backend can read.
         */
        folder: string;
        /** OpenLineage namespace where a contract's servers do not give one. */
        datasetNamespace?: string;
        /** OpenLineage namespaces of servers, by their names in contracts. */
        servers?: Array<{
          server: string;
          datasetNamespace: string;
        }>;
        /** Which servers are meant where there are several. Default: production. */
        environment?: string;
        /**
         * Tiers of the words in `classification`. Default: public 1, internal 2,
         * confidential 3, restricted and sensitive 4.
         */
        classifications?: Array<{
          classification: string;
          /** 1 public, 2 internal, 3 confidential, 4 sensitive. */
          tier: number;
        }>;
        /** When the files are looked at. Default: every minute. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
    };
  };
}
