/**
 * A target as configured under `dataRequests.targets[]`: a repository that
 * requests may change.
 */
export interface TargetConfig {
  readonly id: string;
  readonly title: string;
  /** Id of the forge, such as `local-forge`. */
  readonly forge: string;
  readonly repository: string;
  readonly baseBranch: string;
  /** Folder of `dbt_project.yml` in the repository. */
  readonly projectPath: string;
  readonly kind: 'dbt';
  readonly dialect: 'duckdb' | 'postgres' | 'bigquery' | 'snowflake';
  readonly datasetNamespace: string;
  readonly database: string;
  readonly schema: string;
  /** Folders that requests may write to, from the root of the repository. */
  readonly allowedPaths: readonly string[];
  /** Who reviews what CODEOWNERS gives to nobody, as entity refs. */
  readonly reviewersFallback: readonly string[];
}
