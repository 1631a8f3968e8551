/**
 * A stored spec of an earlier version as this release writes it.
 *
 * @remarks
 * Version 1 to 2: a derived column said `operation`, `left`, `right`; now its
 * `calculation` does, of which arithmetic is one kind. Whatever else version 2
 * brought is optional. A spec of the current version, and one of a later
 * release, comes back as it is: the schema then says what it does not know.
 *
 * @param stored - what was stored; not yet checked against the schema
 * @public
 */
export function upgradeMartSpec(stored: unknown): unknown {
  if (!isRecord(stored) || stored.version !== 1) {
    return stored;
  }
  return {
    ...stored,
    version: 2,
    ...(Array.isArray(stored.columns) && {
      columns: stored.columns.map(upgradeColumn),
    }),
  };
}

function upgradeColumn(column: unknown): unknown {
  if (!isRecord(column) || column.role !== 'derived') {
    return column;
  }
  const { operation, left, right, ...rest } = column;
  return {
    ...rest,
    calculation: { kind: 'arithmetic', operation, left, right },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
