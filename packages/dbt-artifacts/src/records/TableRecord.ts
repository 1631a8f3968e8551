import type { JsonValue, RelationName } from './shared';

/** A column as the warehouse has it. */
export interface WarehouseColumn {
  /** In the warehouse's case; `a.b` is a field within a structure. */
  readonly name: string;
  readonly type?: string;
  /** From 1. */
  readonly position: number;
  readonly comment?: string;
}

/** A table or view as the warehouse told it. */
export interface TableRecord {
  readonly record: 'table';
  /** Of the dbt node; `undefined` where the teller is not dbt. */
  readonly uniqueId?: string;
  readonly relation: RelationName;
  /** `BASE TABLE`, `VIEW`, …: as the warehouse says it. */
  readonly type?: string;
  readonly owner?: string;
  readonly comment?: string;
  readonly columns: readonly WarehouseColumn[];
  /** Such as `num_rows`, `num_bytes`, `last_modified`. */
  readonly statistics: { readonly [id: string]: JsonValue };
}
