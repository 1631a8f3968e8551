import { nestedFields } from './nestedFields';
import { COLUMNS, DATABASE, KEYS, TABLES, VIEWS } from './queries';
import type {
  DuckDbColumn,
  DuckDbDataset,
  DuckDbForeignKey,
  DuckDbMetadata,
  DuckDbName,
  DuckDbQuery,
} from './types';
import { tablesOf, type NamedTable } from './viewInputs';

const DEFAULT_SCHEMA = 'main';

/** What belongs to a table or a view, before it is put together. */
interface Parts {
  readonly columns: DuckDbColumn[];
  readonly foreignKeys: DuckDbForeignKey[];
  primaryKey?: string[];
}

/**
 * What the current database of a connection holds, in five queries whatever
 * its size; run them in one transaction to have one state of it.
 *
 * @remarks
 * Temporary tables are left out. No file is read and nothing is loaded: a view
 * over files is told as it was when DuckDB last looked at them.
 * @public
 */
export async function readDuckDbMetadata(
  query: DuckDbQuery,
): Promise<DuckDbMetadata> {
  const [[database]] = await query(DATABASE);
  const parts = new Map<string, Parts>();
  const partsOf = (schema: unknown, name: unknown): Parts => {
    const key = keyOf({ schema: String(schema), name: String(name) });
    const known = parts.get(key) ?? { columns: [], foreignKeys: [] };
    parts.set(key, known);
    return known;
  };
  for (const row of await query(COLUMNS)) {
    partsOf(row[0], row[1]).columns.push(...columnsOf(row.slice(2)));
  }
  for (const [schema, name, type, columns, table, others] of await query(
    KEYS,
  )) {
    const known = partsOf(schema, name);
    if (type === 'PRIMARY KEY') {
      known.primaryKey = namesOf(columns);
    } else {
      known.foreignKeys.push({
        columns: namesOf(columns),
        references: { schema: String(schema), name: String(table) },
        referencedColumns: namesOf(others),
      });
    }
  }
  const tables = (await query(TABLES)).map(
    ([schema, name, comment, rows]): DuckDbDataset => ({
      kind: 'table',
      schema: String(schema),
      name: String(name),
      comment: textOf(comment),
      rows: Number(rows),
      inputs: [],
      ...partsOf(schema, name),
    }),
  );
  const views = await query(VIEWS);
  const names = new Map(
    [
      ...tables,
      ...views.map(([schema, name]) => ({
        schema: String(schema),
        name: String(name),
      })),
    ].map(each => [keyOf(each), { schema: each.schema, name: each.name }]),
  );
  const datasets = [
    ...tables,
    ...views.map(([schema, name, comment, sql, tree]): DuckDbDataset => {
      const { columns } = partsOf(schema, name);
      return {
        kind: 'view',
        schema: String(schema),
        name: String(name),
        comment: textOf(comment),
        columns: columns.map(({ isNullable, ...column }) => column),
        foreignKeys: [],
        viewSql: textOf(sql),
        inputs: resolve(tablesOf(String(tree)), {
          database: String(database),
          schema: String(schema),
          names,
        }),
      };
    }),
  ];
  return { database: String(database), datasets: datasets.sort(byName) };
}

function columnsOf([
  name,
  type,
  isNullable,
  comment,
]: readonly unknown[]): DuckDbColumn[] {
  const column: DuckDbColumn = {
    name: String(name),
    type: String(type),
    isNullable: Boolean(isNullable),
    comment: textOf(comment),
  };
  return [
    column,
    ...nestedFields(column.name, column.type).map(field => ({
      name: field.path,
      type: field.type,
    })),
  ];
}

/**
 * The tables and views that are meant, each once. `a.b` may be a schema's or
 * another database's; a name alone is the view's own schema's, else `main`'s.
 */
function resolve(
  tables: readonly NamedTable[],
  from: {
    database: string;
    schema: string;
    names: ReadonlyMap<string, DuckDbName>;
  },
): DuckDbName[] {
  const found = new Map<string, DuckDbName>();
  for (const { catalog, schema, name } of tables) {
    const isOwn = catalog === '' || isSame(catalog, from.database);
    const schemas =
      schema === '' || (catalog === '' && isSame(schema, from.database))
        ? [schema, from.schema, DEFAULT_SCHEMA]
        : [schema];
    const meant = isOwn
      ? schemas
          .map(each => from.names.get(keyOf({ schema: each, name })))
          .find(Boolean)
      : undefined;
    if (meant) {
      found.set(keyOf(meant), meant);
    }
  }
  return [...found.values()].sort(byName);
}

/** DuckDB compares names without their case. */
function keyOf({ schema, name }: DuckDbName): string {
  return JSON.stringify([schema.toLowerCase(), name.toLowerCase()]);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function byName(a: DuckDbName, b: DuckDbName): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
