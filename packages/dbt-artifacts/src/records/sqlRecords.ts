/**
 * A text of SQL in the project that makes no relation: an analysis, an
 * operation, a hook, a function.
 */
export interface StatementRecord {
  readonly record: 'statement';
  readonly uniqueId: string;
  readonly kind: 'analysis' | 'operation' | 'function';
  readonly name: string;
  readonly package?: string;
  readonly description?: string;
  readonly filePath?: string;
  readonly upstream: readonly string[];
  readonly sqlLength: { readonly raw: number; readonly compiled: number };
}

/**
 * The compiled SQL of a record that came just before; only when wished for, so
 * that nobody holds all of it by accident.
 */
export interface SqlRecord {
  readonly record: 'sql';
  readonly uniqueId: string;
  readonly language: string;
  readonly compiled: string;
}
