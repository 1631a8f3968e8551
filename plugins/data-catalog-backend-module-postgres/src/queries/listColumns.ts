import { MOST_TEXT_CHARS } from '@suido/backstage-plugin-data-catalog-node';
import type { Query } from '../DatabaseSession';

/** A column of one of the relations asked for. */
export interface ColumnRow {
  oid: number;
  name: string;
  type: string;
  isNullable: boolean;
  comment: string | null;
}

/** The columns of relations, in their order. */
export async function listColumns(
  query: Query,
  oids: readonly number[],
): Promise<ColumnRow[]> {
  return query<ColumnRow>(
    `select a.attrelid::int8::float8 as oid, a.attname::text as name,
            format_type(a.atttypid, a.atttypmod) as type,
            not a.attnotnull as "isNullable", left(d.description, $2) as comment
     from pg_attribute a
     left join pg_description d
       on d.classoid = 'pg_class'::regclass and d.objoid = a.attrelid and d.objsubid = a.attnum
     where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped
     order by a.attrelid, a.attnum`,
    [oids, MOST_TEXT_CHARS + 1],
  );
}
