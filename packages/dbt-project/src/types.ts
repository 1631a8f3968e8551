import type {
  AuthoredText,
  DatasetId,
  Layer,
  Tier,
  UpdateFrequency,
} from '@suido/vocabulary';

/** Files of a repository at one commit, however they are fetched. @public */
export interface ProjectFiles {
  /** Paths of all files below `prefix`, from the root of the repository. */
  list(prefix: string): Promise<readonly string[]>;
  /** Content of a text file, `undefined` where there is none. */
  read(path: string): Promise<string | undefined>;
}

/** @public */
export interface DbtProjectOptions {
  /** Folder of `dbt_project.yml`, from the root; `''` for the root itself. */
  readonly projectPath: string;
  /** OpenLineage namespace of everything in the warehouse. */
  readonly datasetNamespace: string;
  /** Database and schema of the dbt target, which a repository rarely tells. */
  readonly database: string;
  readonly schema: string;
}

/** @public */
export interface DbtColumn {
  readonly name: string;
  /** `data_type` as written, lower case; `undefined` where not given. */
  readonly dataType?: string;
  readonly definition: AuthoredText;
  readonly tier?: Tier;
}

/** What the project's files say of one model, seed, snapshot or source table. @public */
export interface DbtNode {
  readonly kind: 'model' | 'seed' | 'snapshot' | 'source';
  readonly name: string;
  /** Of a source table: name of its source. */
  readonly sourceName?: string;
  /** Identity in the warehouse. */
  readonly id: DatasetId;
  readonly key: string;
  readonly layer: Layer;
  /** Folder below the layer's folder: `sales` of `models/marts/sales/x.sql`. */
  readonly domain?: string;
  readonly definition: AuthoredText;
  readonly columns: readonly DbtColumn[];
  readonly group?: string;
  readonly access?: 'private' | 'protected' | 'public';
  readonly enabled: boolean;
  /** `ephemeral` models have no relation in the warehouse. */
  readonly materialized?: string;
  /** Entity ref from `meta.owner`, else of the group: `group:default/<group>`. */
  readonly owner?: string;
  readonly purpose?: string;
  readonly updateFrequency?: UpdateFrequency;
  /** `meta.sensitivity_tier`, at least the highest of its columns. */
  readonly tier?: Tier;
  readonly requestId?: string;
  /** Names of models and `source.table`s it reads, found in `ref()`/`source()`. */
  readonly dependsOn: readonly string[];
  /** File of the SQL or CSV, from the root of the repository. */
  readonly path: string;
  /** File of the YAML entry. */
  readonly propertiesPath?: string;
}

/** @public */
export interface DbtGroup {
  readonly name: string;
  readonly ownerName?: string;
  readonly ownerEmail?: string;
}

/** How this project arranges its marts, read from what is there. @public */
export interface DbtLayout {
  readonly projectName: string;
  /** Folders here are from the root of the repository, as all paths are. */
  readonly modelPaths: readonly string[];
  readonly testPaths: readonly string[];
  /** Folder of the marts, from the root: `transform/models/marts`. */
  readonly martFolder: string;
  readonly domains: readonly string[];
  /** One YAML file per model, or one per folder. */
  readonly propertiesLayout: 'per-model' | 'per-folder';
  /** Prefixes that its marts have: `fct_`, `dim_`, `mart_`. */
  readonly martPrefixes: readonly string[];
  /** Names of installed packages, such as `dbt_utils`. */
  readonly packages: readonly string[];
  /** Names of the project's own generic tests, such as `is_non_negative`. */
  readonly genericTests: readonly string[];
}

/** A file, or a part of one, that could not be understood. @public */
export interface DbtProblem {
  readonly path: string;
  readonly message: string;
  /** True where nothing of the file could be read. */
  readonly skippedFile?: boolean;
}

/** @public */
export interface DbtProject {
  readonly layout: DbtLayout;
  readonly nodes: readonly DbtNode[];
  readonly groups: readonly DbtGroup[];
  /** Broken files are skipped and said here, never fatal. */
  readonly problems: readonly DbtProblem[];
}
