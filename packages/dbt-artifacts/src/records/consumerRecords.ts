import type { JsonObject, Owner, RelationName } from './shared';

interface DescribedRecord {
  readonly uniqueId: string;
  readonly name: string;
  readonly package?: string;
  readonly label?: string;
  readonly description?: string;
  readonly filePath?: string;
  readonly tags: readonly string[];
  readonly meta: JsonObject;
  /** Unique ids of what it reads. */
  readonly upstream: readonly string[];
}

/** A dashboard, notebook or application that reads datasets. */
export interface ExposureRecord extends DescribedRecord {
  readonly record: 'exposure';
  readonly type?: string;
  readonly url?: string;
  readonly maturity?: string;
  readonly owner?: Owner;
}

/** A part of a semantic model. */
export interface SemanticElement {
  readonly name: string;
  /** Of entities and dimensions: `primary`, `foreign`, `time`, …. */
  readonly type?: string;
  /** Of measures: `sum`, `count`, …. */
  readonly aggregation?: string;
  /** SQL; the column of the same name where it is missing. */
  readonly expression?: string;
  readonly label?: string;
  readonly description?: string;
}

/** Entities, measures and dimensions over one dataset. */
export interface SemanticModelRecord extends DescribedRecord {
  readonly record: 'semantic-model';
  readonly relation?: RelationName;
  readonly group?: string;
  readonly entities: readonly SemanticElement[];
  readonly measures: readonly SemanticElement[];
  readonly dimensions: readonly SemanticElement[];
}

/** A metric, in the shape of dbt 1.6 or the one before. */
export interface MetricRecord extends DescribedRecord {
  readonly record: 'metric';
  readonly type?: string;
  readonly expression?: string;
  readonly timestamp?: string;
  readonly dimensions: readonly string[];
  readonly group?: string;
}

/** A query over metrics that somebody saved. */
export interface SavedQueryRecord extends DescribedRecord {
  readonly record: 'saved-query';
  readonly metrics: readonly string[];
  readonly groupBy: readonly string[];
  readonly group?: string;
}

/** A group of dbt, which owns models. */
export interface GroupRecord {
  readonly record: 'group';
  readonly uniqueId: string;
  readonly name: string;
  readonly package?: string;
  readonly description?: string;
  readonly owner?: Owner;
  readonly meta: JsonObject;
  readonly filePath?: string;
}
