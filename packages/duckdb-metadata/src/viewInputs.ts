/** A table as a query names it; parts that it does not say are empty. */
export interface NamedTable {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
}

/**
 * The tables that a query names, in the tree that DuckDB's own parser makes of
 * it (`json_serialize_sql`), without those that are common table expressions.
 *
 * @param tree - JSON; a query that DuckDB could not parse names nothing
 */
export function tablesOf(tree: string): NamedTable[] {
  const found: NamedTable[] = [];
  visit(JSON.parse(tree), new Set(), found);
  return found;
}

function visit(
  node: unknown,
  outerExpressions: ReadonlySet<string>,
  found: NamedTable[],
): void {
  if (Array.isArray(node)) {
    node.forEach(each => visit(each, outerExpressions, found));
    return;
  }
  if (typeof node !== 'object' || node === null) {
    return;
  }
  const fields = new Map<string, unknown>(Object.entries(node));
  const expressions = new Set(outerExpressions);
  // A recursive expression sees itself,
  if (fields.get('type') === 'RECURSIVE_CTE_NODE') {
    expressions.add(nameOf(fields.get('cte_name')));
  }
  // every other one those before it, and the query sees all.
  for (const [name, query] of commonTableExpressions(fields.get('cte_map'))) {
    visit(query, expressions, found);
    expressions.add(nameOf(name));
  }
  if (fields.get('type') === 'BASE_TABLE') {
    const table = {
      catalog: String(fields.get('catalog_name') ?? ''),
      schema: String(fields.get('schema_name') ?? ''),
      name: String(fields.get('table_name') ?? ''),
    };
    if (table.schema !== '' || !expressions.has(nameOf(table.name))) {
      found.push(table);
    }
  }
  for (const [key, value] of fields) {
    if (key !== 'cte_map') {
      visit(value, expressions, found);
    }
  }
}

/** DuckDB compares names without their case. */
function nameOf(name: unknown): string {
  return String(name).toLowerCase();
}

function commonTableExpressions(map: unknown): [unknown, unknown][] {
  const entries =
    typeof map === 'object' && map !== null && 'map' in map ? map.map : [];
  return Array.isArray(entries)
    ? entries.map(entry => [entry?.key, entry?.value])
    : [];
}
