export interface Config {
  /** Requests for data: repositories that people may change through the portal. */
  dataRequests?: {
    /** Repositories that requests may change. */
    targets?: Array<{
      /**
       * Names the target in every request. Lower case letters, digits and '-';
       * never change it once requests were made.
       */
      id: string;
      /** How forms show it. Default: the id. */
      title?: string;
      /** The forge that holds the repository, such as 'local-forge'. */
      forge: string;
      /** The repository as the forge names it: 'data-platform', 'acme/warehouse'. */
      repository: string;
      /** Branch that pull requests go to. Default: 'main'. */
      baseBranch?: string;
      /** Folder of dbt_project.yml in the repository. Default: the root. */
      projectPath?: string;
      /** What kind of project it is. Default: 'dbt'. */
      kind?: 'dbt';
      /** SQL dialect of the warehouse. */
      dialect: 'duckdb' | 'postgres' | 'bigquery' | 'snowflake';
      /** Namespace of the warehouse's datasets as OpenLineage names it. */
      datasetNamespace: string;
      /** Database of the marts, as in the dbt profile. */
      database: string;
      /** Default schema, as in the dbt profile. */
      schema: string;
      /** Folders that requests may write to, from the root of the repository. */
      allowedPaths: string[];
      /**
       * Entity refs of those who review what CODEOWNERS gives to nobody in the
       * portal.
       */
      reviewersFallback?: string[];
    }>;
  };
}
