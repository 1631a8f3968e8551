import type {
  ColumnRecord,
  DatasetRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { authoredTextOf, type DatasetId } from '@suido/vocabulary';
import type { RelationKind, RelationRow } from './queries/describeRelations';
import type { ColumnRow } from './queries/listColumns';
import type { KeyRow } from './queries/listKeys';

/** How a relation is named in the catalog. */
export type IdOf = (schema: string, name: string) => DatasetId;

const TYPES: Readonly<Record<RelationKind, DatasetRecord['type']>> = {
  r: 'table',
  p: 'table',
  v: 'view',
  m: 'materialized-view',
  f: 'external-table',
};

/** What PostgreSQL says of a relation. */
export function datasetRecordOf(
  relation: RelationRow,
  parts: {
    columns: readonly ColumnRow[];
    keys: readonly KeyRow[];
    idOf: IdOf;
    measuredAt: string;
  },
): DatasetRecord {
  const { columns, keys, idOf, measuredAt } = parts;
  const { kind, schema, name } = relation;
  // PostgreSQL does not know which columns of a view may be null.
  const knowsNulls = kind !== 'v' && kind !== 'm';
  return {
    kind: 'dataset',
    id: idOf(schema, name),
    type: TYPES[kind],
    definition: authoredTextOf(relation.comment ?? undefined),
    columns: columns.map(
      (column): ColumnRecord => ({
        name: column.name,
        type: column.type,
        isNullable: knowsNulls ? column.isNullable : undefined,
        definition: authoredTextOf(column.comment ?? undefined),
      }),
    ),
    primaryKey: keys.find(key => key.kind === 'p')?.columns,
    foreignKeys: foreignKeysOf(keys, idOf),
    partitioning: partitioningOf(relation),
    size: sizeOf(relation, measuredAt),
    viewSql: relation.viewSql ?? undefined,
  };
}

function foreignKeysOf(
  keys: readonly KeyRow[],
  idOf: IdOf,
): DatasetRecord['foreignKeys'] {
  const found = keys.flatMap(key =>
    key.kind === 'f' && key.referencedSchema && key.referencedName
      ? [
          {
            columns: key.columns,
            references: idOf(key.referencedSchema, key.referencedName),
            referencedColumns: key.referencedColumns,
          },
        ]
      : [],
  );
  return found.length > 0 ? found : undefined;
}

function partitioningOf({
  partitionedBy,
  partitionColumns,
}: RelationRow): DatasetRecord['partitioning'] {
  return partitionColumns.length > 0
    ? {
        columns: partitionColumns.slice(0, 20),
        by: partitionedBy ?? undefined,
      }
    : undefined;
}

function sizeOf(
  { rows, bytes }: RelationRow,
  at: string,
): DatasetRecord['size'] {
  return rows === null && bytes === null
    ? undefined
    : { rows: countOf(rows), bytes: countOf(bytes), at };
}

function countOf(value: number | null): number | undefined {
  return value !== null && Number.isSafeInteger(value) ? value : undefined;
}
