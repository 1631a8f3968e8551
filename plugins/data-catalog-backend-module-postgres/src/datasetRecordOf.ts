import type {
  ColumnRecord,
  DatasetRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ReadingCause } from '@suido/backstage-plugin-data-catalog-node';
import {
  authoredTextOf,
  type AuthoredText,
  type DatasetId,
} from '@suido/vocabulary';
import { SQL_TOO_LONG, TEXT_CUT, TOO_MANY_FOREIGN_KEYS } from './causes';
import {
  MOST_FOREIGN_KEYS,
  MOST_PARTITIONING_CHARS,
  MOST_SQL_CHARS,
  MOST_TEXT_CHARS,
} from './limits';
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

/** What PostgreSQL says of a relation, and what had to be repaired for it. */
export function datasetRecordOf(
  relation: RelationRow,
  parts: {
    columns: readonly ColumnRow[];
    keys: readonly KeyRow[];
    idOf: IdOf;
    measuredAt: string;
  },
): { record: DatasetRecord; causes: ReadonlySet<ReadingCause> } {
  const { columns, keys, idOf, measuredAt } = parts;
  const { kind, schema, name, viewSql } = relation;
  const causes = new Set<ReadingCause>();
  const definitionOf = (comment: string | null) => cutText(comment, causes);
  // PostgreSQL does not know which columns of a view may be null.
  const knowsNulls = kind !== 'v' && kind !== 'm';
  if (viewSql && viewSql.length > MOST_SQL_CHARS) {
    causes.add(SQL_TOO_LONG);
  }
  const record: DatasetRecord = {
    kind: 'dataset',
    id: idOf(schema, name),
    type: TYPES[kind],
    definition: definitionOf(relation.comment),
    columns: columns.map(
      (column): ColumnRecord => ({
        name: column.name,
        type: column.type,
        isNullable: knowsNulls ? column.isNullable : undefined,
        definition: definitionOf(column.comment),
      }),
    ),
    primaryKey: keys.find(key => key.kind === 'p')?.columns,
    foreignKeys: foreignKeysOf(keys, idOf, causes),
    partitioning: partitioningOf(relation),
    size: sizeOf(relation, measuredAt),
    viewSql: viewSql && !causes.has(SQL_TOO_LONG) ? viewSql : undefined,
  };
  return { record, causes };
}

function cutText(
  comment: string | null,
  causes: Set<ReadingCause>,
): AuthoredText | undefined {
  if (comment && comment.length > MOST_TEXT_CHARS) {
    causes.add(TEXT_CUT);
  }
  return authoredTextOf(comment?.slice(0, MOST_TEXT_CHARS));
}

function foreignKeysOf(
  keys: readonly KeyRow[],
  idOf: IdOf,
  causes: Set<ReadingCause>,
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
  if (found.length > MOST_FOREIGN_KEYS) {
    causes.add(TOO_MANY_FOREIGN_KEYS);
  }
  return found.length > 0 ? found.slice(0, MOST_FOREIGN_KEYS) : undefined;
}

function partitioningOf({
  partitionedBy,
  partitionColumns,
}: RelationRow): DatasetRecord['partitioning'] {
  return partitionColumns.length > 0
    ? {
        columns: partitionColumns.slice(0, 20),
        by: partitionedBy?.slice(0, MOST_PARTITIONING_CHARS),
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
