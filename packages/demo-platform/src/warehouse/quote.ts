/** An SQL identifier, whatever is in it. */
export function quoteIdentifier(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

/** An SQL text literal. */
export function quoteText(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** `retail.marts.fct_sales` as a relation in SQL. */
export function quoteRelation(parts: RelationName): string {
  return [parts.database, parts.schema, parts.name]
    .map(quoteIdentifier)
    .join('.');
}

/** A relation's name in its three parts. */
export interface RelationName {
  readonly database: string;
  readonly schema: string;
  readonly name: string;
}

/**
 * The parts of `database.schema.name`.
 *
 * @returns `undefined` for a name with another number of parts
 */
export function relationNameOf(datasetName: string): RelationName | undefined {
  const [database, schema, name, ...rest] = datasetName.split('.');
  return database && schema && name && rest.length === 0
    ? { database, schema, name }
    : undefined;
}
