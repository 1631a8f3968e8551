import type { Query } from '../DatabaseSession';

/** That a view reads a relation. */
export interface ViewInputRow {
  oid: number;
  schema: string;
  name: string;
}

/**
 * What views read, by what their rewrite rules depend on: exact, because
 * PostgreSQL resolved the names itself. A partition stands for its table.
 */
export async function listViewInputs(
  query: Query,
  oids: readonly number[],
): Promise<ViewInputRow[]> {
  return query<ViewInputRow>(
    `select distinct r.ev_class::int8::float8 as oid, n.nspname::text as schema, c.relname::text as name
     from pg_rewrite r
     join pg_depend d
       on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
       and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
     join pg_class c on c.oid = coalesce(pg_partition_root(d.refobjid), d.refobjid)
     join pg_namespace n on n.oid = c.relnamespace
     where r.ev_class = any($1::oid[]) and r.rulename = '_RETURN'
       and c.relkind in ('r', 'v', 'm', 'p', 'f')
       and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     order by 1, 2, 3`,
    [oids],
  );
}
