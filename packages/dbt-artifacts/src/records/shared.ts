/** What JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** An object of JSON, as `meta` has it. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Where a table or view is, in the words of its warehouse. */
export interface RelationName {
  readonly database?: string;
  readonly schema?: string;
  readonly identifier: string;
  /** As dbt writes it into SQL, quoted for the dialect. */
  readonly quoted?: string;
  /** It stands for many tables (`events_*` of BigQuery). */
  readonly isWildcard?: true;
}

/** Somebody who is responsible; as written, not yet a Group. */
export interface Owner {
  readonly name?: string;
  readonly emails: readonly string[];
}

/** A rule that the warehouse or dbt's contract keeps. */
export interface Constraint {
  /** `primary_key`, `not_null`, `unique`, `foreign_key`, `check`, `custom`. */
  readonly type: string;
  readonly name?: string;
  readonly expression?: string;
  /** Empty for a constraint of one column, which stands at the column. */
  readonly columns: readonly string[];
  /** What a foreign key points to. */
  readonly to?: string;
  readonly toColumns: readonly string[];
}

/** How fresh a source is promised to be. */
export interface FreshnessCriteria {
  readonly warnAfterSeconds?: number;
  readonly errorAfterSeconds?: number;
  readonly filter?: string;
}
