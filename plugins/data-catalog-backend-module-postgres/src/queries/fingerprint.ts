import type { Query } from '../DatabaseSession';

/**
 * Changes whenever what is told of a database may have changed.
 *
 * @remarks
 * Each row of the system's catalog carries the transaction that wrote it
 * (`xmin`), so a sum over the hashes of those is enough, and no name or comment
 * has to be read. Rows and pages of tables are updated in place by `analyze`
 * and `vacuum`, without a new `xmin`, so they are hashed themselves: sizes are
 * told anew when the server has counted anew. Partitions count too, for their
 * tables' sizes.
 */
export async function fingerprintOf(query: Query): Promise<string> {
  const [{ fingerprint }] = await query<{ fingerprint: string }>(
    `with space as materialized (
       select n.oid, n.xmin, has_schema_privilege(n.oid, 'usage') as usable
       from pg_namespace n
       where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     ), relation as materialized (
       select c.oid, c.xmin, c.reltuples, c.relpages
       from pg_class c join space on space.oid = c.relnamespace
       where c.relkind in ('r', 'v', 'm', 'p', 'f') and c.relpersistence <> 't'
     ), part(h) as (
       select sum(hashtextextended(concat_ws(' ', oid, xmin, usable), 1)) from space
       union all
       select sum(hashtextextended(concat_ws(' ', oid, xmin, reltuples, relpages), 2)) from relation
       union all
       select sum(hashtextextended(concat_ws(' ', a.attrelid, a.attnum, a.xmin), 3))
       from pg_attribute a join relation on relation.oid = a.attrelid where a.attnum > 0
       union all
       select sum(hashtextextended(concat_ws(' ', d.objoid, d.objsubid, d.xmin), 4))
       from pg_description d join relation on relation.oid = d.objoid
       where d.classoid = 'pg_class'::regclass
       union all
       select sum(hashtextextended(concat_ws(' ', k.oid, k.xmin), 5))
       from pg_constraint k join relation on relation.oid = k.conrelid
       union all
       select sum(hashtextextended(concat_ws(' ', r.oid, r.xmin), 6))
       from pg_rewrite r join relation on relation.oid = r.ev_class
     )
     select md5(string_agg(coalesce(h::text, ''), ' ' order by h)) as fingerprint from part`,
  );
  return fingerprint;
}
