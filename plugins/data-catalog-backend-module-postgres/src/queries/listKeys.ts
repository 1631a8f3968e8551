import type { Query } from '../DatabaseSession';

/** A primary key, or a foreign one with what it refers to. */
export interface KeyRow {
  oid: number;
  kind: 'p' | 'f';
  columns: string[];
  referencedSchema: string | null;
  referencedName: string | null;
  referencedColumns: string[];
}

/**
 * The keys of relations, by name.
 *
 * @remarks
 * What refers to a partition refers to its table, and the copies of a key that
 * PostgreSQL keeps for partitions (`conparentid`) are none of their own.
 */
export async function listKeys(
  query: Query,
  oids: readonly number[],
): Promise<KeyRow[]> {
  return query<KeyRow>(
    `select k.conrelid::int8::float8 as oid, k.contype as kind,
            array(
              select a.attname::text from unnest(k.conkey) with ordinality as u(attnum, place)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum
              order by u.place
            ) as columns,
            n.nspname::text as "referencedSchema", c.relname::text as "referencedName",
            array(
              select a.attname::text from unnest(k.confkey) with ordinality as u(attnum, place)
              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum
              order by u.place
            ) as "referencedColumns"
     from pg_constraint k
     left join pg_class c on c.oid = coalesce(pg_partition_root(k.confrelid), k.confrelid)
     left join pg_namespace n on n.oid = c.relnamespace
     where k.conrelid = any($1::oid[]) and k.contype in ('p', 'f') and k.conparentid = 0
     order by k.conrelid, k.conname`,
    [oids],
  );
}
