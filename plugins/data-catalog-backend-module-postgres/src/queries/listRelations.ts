import type { Query } from '../DatabaseSession';

/** A table or a view, before anything else is known of it. */
export interface ListedRelation {
  oid: number;
  schema: string;
  name: string;
  /** Those that were dropped too. */
  columns: number;
  /** Made by `create extension`: nobody's data. */
  isOfExtension: boolean;
}

/**
 * All relations of the schemas, by schema and name, from behind a given one.
 *
 * @remarks
 * Names only, so that what follows is asked for by `oid`: no page has to sort
 * the whole of `pg_class` again.
 */
export async function listRelations(
  query: Query,
  schemas: readonly string[],
  after: readonly [schema: string, name: string],
): Promise<ListedRelation[]> {
  return query<ListedRelation>(
    `select c.oid::int8::float8 as oid, n.nspname::text as schema, c.relname::text as name,
            c.relnatts::int as columns, e.objid is not null as "isOfExtension"
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_depend e
       on e.classid = 'pg_class'::regclass and e.objid = c.oid and e.objsubid = 0
       and e.refclassid = 'pg_extension'::regclass and e.deptype = 'e'
     where n.nspname = any($1::name[])
       and c.relkind in ('r', 'v', 'm', 'p', 'f')
       and c.relpersistence <> 't' and not c.relispartition
       and (n.nspname, c.relname) > ($2::name, $3::name)
     order by n.nspname, c.relname`,
    [schemas, ...after],
  );
}
