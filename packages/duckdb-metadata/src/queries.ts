const OWN = `database_name = current_database() and not internal`;

const IDENTIFIER = `(?:"(?:[^"]|"")*"|[^\\s".(),]+)`;
/** What stands before the query: `CREATE VIEW s."v" (a, "b c") AS`. */
const HEAD = `^CREATE\\s+(?:OR\\s+REPLACE\\s+)?VIEW\\s+${IDENTIFIER}(?:\\.${IDENTIFIER})*\\s*(?:\\(${IDENTIFIER}(?:,\\s*${IDENTIFIER})*\\)\\s*)?AS\\s+`;

export const DATABASE = `select current_database()`;

export const TABLES = `
  select schema_name, table_name, comment, estimated_size
  from duckdb_tables() where ${OWN} and not temporary`;

/** Each view's query, and the tree of it: DuckDB keeps the whole statement. */
export const VIEWS = `
  with view as (
    select schema_name, view_name, comment,
           rtrim(regexp_replace(sql, '${HEAD}', '', 'is'), '; ' || chr(10)) as query
    from duckdb_views() where ${OWN} and not temporary
  )
  select schema_name, view_name, comment, query, json_serialize_sql(query)
  from view`;

export const COLUMNS = `
  select schema_name, table_name, column_name, data_type, is_nullable, comment
  from duckdb_columns() where ${OWN}
  order by schema_name, table_name, column_index`;

export const KEYS = `
  select schema_name, table_name, constraint_type, constraint_column_names,
         referenced_table, referenced_column_names
  from duckdb_constraints()
  where database_name = current_database()
    and constraint_type in ('PRIMARY KEY', 'FOREIGN KEY')
  order by schema_name, table_name, constraint_index`;
