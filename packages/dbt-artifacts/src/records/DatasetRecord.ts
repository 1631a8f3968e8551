import type {
  Constraint,
  FreshnessCriteria,
  JsonObject,
  Owner,
  RelationName,
} from './shared';

/** A column as its project describes it; the warehouse may have others. */
export interface DescribedColumn {
  /** `a.b` is a field within a structure. */
  readonly name: string;
  readonly type?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly meta: JsonObject;
  readonly constraints: readonly Constraint[];
  /** The name is to be quoted, so its case matters. */
  readonly isQuoted?: true;
}

/** How a table is divided. */
export interface Partitioning {
  /** Columns, or expressions where the dialect has them. */
  readonly by: readonly string[];
  readonly granularity?: string;
}

/** How a reference is written in a model, before dbt resolved it. */
export interface Reference {
  readonly name: string;
  readonly package?: string;
  readonly version?: string;
}

/** A model, seed, snapshot or source of a manifest. */
export interface DatasetRecord {
  readonly record: 'dataset';
  /** dbt's id, such as `model.shop.orders.v2`; never shown as a name. */
  readonly uniqueId: string;
  readonly kind: 'model' | 'seed' | 'snapshot' | 'source';
  readonly name: string;
  readonly package?: string;
  /** `undefined` for what is no relation (ephemeral models). */
  readonly relation?: RelationName;
  /** `table`, `view`, `incremental`, `ephemeral`, … */
  readonly materialization?: string;
  readonly description?: string;
  /** Within the project, such as `models/marts/orders.sql`. */
  readonly filePath?: string;
  /** Where it is described, such as `models/marts/_models.yml`. */
  readonly propertiesPath?: string;
  /** Folders and name, the first part is the package. */
  readonly folders: readonly string[];
  readonly version?: string;
  readonly latestVersion?: string;
  /** ISO-8601 UTC. */
  readonly deprecationDate?: string;
  readonly owner?: Owner;
  readonly group?: string;
  /** `private`, `protected` or `public`. */
  readonly access?: string;
  readonly tags: readonly string[];
  readonly meta: JsonObject;
  readonly columns: readonly DescribedColumn[];
  readonly constraints: readonly Constraint[];
  readonly primaryKey: readonly string[];
  /** Of incremental models and snapshots. */
  readonly uniqueKey: readonly string[];
  readonly hasContract: boolean;
  readonly partitioning?: Partitioning;
  readonly clustering: readonly string[];
  /** Unique ids of what it is made of. */
  readonly upstream: readonly string[];
  readonly references: readonly Reference[];
  readonly language?: string;
  /** Characters of its SQL; the text itself comes as a {@link SqlRecord}. */
  readonly sqlLength: { readonly raw: number; readonly compiled: number };
  /** Changes whenever its file changes. */
  readonly checksum?: string;
  /** Only of sources. */
  readonly source?: SourceFacts;
}

/** What only sources have. */
export interface SourceFacts {
  readonly sourceName: string;
  readonly sourceDescription?: string;
  readonly loader?: string;
  readonly loadedAtField?: string;
  readonly loadedAtQuery?: string;
  readonly freshness?: FreshnessCriteria;
  /** Where files of an external table lie. */
  readonly externalLocation?: string;
}
