import type { Query } from '../DatabaseSession';

/** A schema, and whether the connection's user may look into it. */
export interface SchemaRow {
  name: string;
  isUsable: boolean;
}

/**
 * The schemas of people: not the system's, not those of temporary tables.
 *
 * @remarks
 * PostgreSQL shows its catalog to everybody; what the operator granted decides
 * here. `usage` is asked for and `select` is not: nobody has to be allowed to
 * read data for the catalog to know that there is some.
 */
export async function listSchemas(query: Query): Promise<SchemaRow[]> {
  return query<SchemaRow>(
    `select n.nspname::text as name,
            has_schema_privilege(n.oid, 'usage') as "isUsable"
     from pg_namespace n
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     order by n.nspname`,
  );
}
