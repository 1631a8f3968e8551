/**
 * Asks an open connection; rows have their values in the order of the query,
 * as JSON has them (`getRowsJson` of `@duckdb/node-api`).
 * @public
 */
export type DuckDbQuery = (
  sql: string,
) => Promise<readonly (readonly unknown[])[]>;

/** A table or a view of the database. @public */
export interface DuckDbName {
  readonly schema: string;
  readonly name: string;
}

/** A column, or a field of one: `address.city`. @public */
export interface DuckDbColumn {
  readonly name: string;
  /** As DuckDB writes it. */
  readonly type: string;
  /** Not known of a view's columns, nor of fields. */
  readonly isNullable?: boolean;
  readonly comment?: string;
}

/** DuckDB has no foreign keys across schemas. @public */
export interface DuckDbForeignKey {
  readonly columns: readonly string[];
  readonly references: DuckDbName;
  readonly referencedColumns: readonly string[];
}

/** What DuckDB says of a table or a view. @public */
export interface DuckDbDataset extends DuckDbName {
  readonly kind: 'table' | 'view';
  readonly comment?: string;
  /** Fields of structs follow their column. */
  readonly columns: readonly DuckDbColumn[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys: readonly DuckDbForeignKey[];
  /** DuckDB's own estimate; tables only. */
  readonly rows?: number;
  /** The query of a view. */
  readonly viewSql?: string;
  /** What a view reads. */
  readonly inputs: readonly DuckDbName[];
}

/** What a DuckDB database holds. @public */
export interface DuckDbMetadata {
  /** As DuckDB calls it: the file's name without its ending. */
  readonly database: string;
  /** By schema and name. */
  readonly datasets: readonly DuckDbDataset[];
}
