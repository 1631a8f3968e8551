/** The words of data-requests for what a value is. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'unknown';

const PATTERNS: readonly (readonly [RegExp, ColumnType])[] = [
  // A list, before the type of its elements matches
  [/\]$/, 'unknown'],
  [/^(?:VARCHAR|UUID|ENUM)/, 'text'],
  [/^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
  [/^(?:DECIMAL|FLOAT|DOUBLE)/, 'decimal'],
  [/^BOOLEAN$/, 'boolean'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP/, 'timestamp'],
];

/** What the values of a DuckDB type are. */
export function columnTypeOf(warehouseType: string): ColumnType {
  return (
    PATTERNS.find(([pattern]) => pattern.test(warehouseType))?.[1] ?? 'unknown'
  );
}
