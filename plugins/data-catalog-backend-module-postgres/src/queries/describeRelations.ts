import {
  MOST_SQL_CHARS,
  MOST_TEXT_CHARS,
} from '@suido/backstage-plugin-data-catalog-node';
import type { Query } from '../DatabaseSession';

/** `pg_class.relkind` of what is told. */
export type RelationKind = 'r' | 'v' | 'm' | 'p' | 'f';

/** What PostgreSQL says of one relation. */
export interface RelationRow {
  oid: number;
  schema: string;
  name: string;
  kind: RelationKind;
  comment: string | null;
  viewSql: string | null;
  partitionedBy: string | null;
  partitionColumns: string[];
  partitions: number;
  /** `null` where nothing is stored, or nobody has counted. */
  rows: number | null;
  bytes: number | null;
}

/**
 * Describes relations; one that is gone meanwhile is left out.
 *
 * @remarks
 * A partitioned table stores nothing itself: its partitions' rows and bytes are
 * summed up. Columns of its key, those inside expressions too, are the ones
 * that depend on the table as a whole (`StorePartitionKey` in PostgreSQL's
 * `heap.c`). Texts are cut one character behind what the catalog takes, so that
 * a longer one is noticed and does not travel.
 */
export async function describeRelations(
  query: Query,
  oids: readonly number[],
): Promise<RelationRow[]> {
  return query<RelationRow>(
    `with recursive part(root, oid) as (
       select c.oid, c.oid from pg_class c
       where c.oid = any($1::oid[]) and c.relkind in ('r', 'm', 'p')
       union all
       select part.root, i.inhrelid
       from part
       join pg_inherits i on i.inhparent = part.oid
       join pg_class child on child.oid = i.inhrelid and child.relispartition
     ), stored as (
       select part.root,
              count(*) - 1 as partitions,
              sum(c.reltuples::float8) filter (where c.reltuples >= 0 and c.relkind <> 'p') as rows,
              sum(pg_total_relation_size(c.oid))::float8 as bytes
       from part join pg_class c on c.oid = part.oid
       group by part.root
     )
     select c.oid::int8::float8 as oid, n.nspname::text as schema, c.relname::text as name, c.relkind as kind,
            left(d.description, $2) as comment,
            case when c.relkind in ('v', 'm') then left(pg_get_viewdef(c.oid, true), $3) end as "viewSql",
            pg_get_partkeydef(k.partrelid) as "partitionedBy",
            array(
              select a.attname::text
              from pg_depend p
              join pg_attribute a on a.attrelid = p.objid and a.attnum = p.objsubid
              where p.classid = 'pg_class'::regclass and p.objid = k.partrelid and p.objsubid > 0
                and p.refclassid = 'pg_class'::regclass and p.refobjid = k.partrelid
                and p.refobjsubid = 0 and p.deptype = 'i'
              order by array_position(string_to_array(k.partattrs::text, ' '), a.attnum::text), a.attnum
            ) as "partitionColumns",
            coalesce(stored.partitions, 0)::int as partitions, stored.rows, stored.bytes
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     left join stored on stored.root = c.oid
     left join pg_partitioned_table k on k.partrelid = c.oid
     left join pg_description d
       on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
     where c.oid = any($1::oid[])
     order by n.nspname, c.relname`,
    [oids, MOST_TEXT_CHARS + 1, MOST_SQL_CHARS + 1],
  );
}
