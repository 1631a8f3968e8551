/**
 * Words that some of the supported warehouses does not take as a bare name.
 * Sources: the key-word appendices of PostgreSQL 18 and BigQuery, Snowflake's
 * "Reserved & limited keywords", DuckDB's `duckdb_keywords()`.
 */
const RESERVED = new Set(
  `account all analyse analyze and any array as asc assert_rows_modified
  asymmetric at authorization between binary both by case cast check collate
  collation column concurrently connect connection constraint contains create
  cross cube current current_catalog current_date current_role current_schema
  current_time current_timestamp current_user database default deferrable
  define delete desc describe distinct do drop else end enum escape except
  exclude exists extract false fetch following for foreign freeze from full
  glob grant group grouping groups gscluster hash having if ignore ilike in
  increment initially inner insert intersect interval into is isnull issue join
  lambda lateral leading left like limit localtime localtimestamp lookup map
  merge minus natural new no not notnull null nulls of offset on only or order
  organization outer over overlaps partition pivot placing positional preceding
  primary proto qualify range recursive references regexp respect returning
  revoke right rlike rollup row rows sample schema select semi anti session_user
  set similar some start struct summarize symmetric system_user table
  tablesample then to trailing treat trigger true try_cast unbounded union
  unique unnest unpivot update user using values variadic verbose view when
  whenever where window with within asof show`.split(/\s+/),
);

/** Whether a warehouse may read the name as a key word. */
export function isReservedWord(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}
