import type {
  ColumnRecord,
  DatasetRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type {
  DatasetRecord as DbtDataset,
  JsonValue,
  RelationName,
  TableRecord,
  TestRecord,
} from '@suido/dbt-artifacts';
import type { DatasetId } from '@suido/vocabulary';
import type { DbtArtifacts } from './DbtArtifacts';
import {
  definitionOf,
  ownersOf,
  requestIdOf,
  textOf,
  tierOf,
  updateFrequencyOf,
} from './readMeta';

/** How the dataset of a relation is named. */
export function datasetIdOf(
  { database, schema, identifier }: RelationName,
  namespace: string,
): DatasetId {
  return {
    namespace,
    name: [database, schema, identifier].filter(Boolean).join('.'),
  };
}

const TYPES: Readonly<Record<string, DatasetRecord['type']>> = {
  table: 'table',
  incremental: 'table',
  dynamic_table: 'table',
  view: 'view',
  materialized_view: 'materialized-view',
};

/** What dbt's artifacts together say of one dataset. */
export function datasetRecordOf(
  node: DbtDataset,
  relation: RelationName,
  options: { artifacts: DbtArtifacts; namespace: string; measuredAt: string },
): DatasetRecord {
  const { artifacts, namespace, measuredAt } = options;
  const { meta } = node;
  const tests = artifacts.tests.get(node.uniqueId) ?? [];
  const table = artifacts.tables.get(node.uniqueId);
  const group = node.group ? artifacts.groups.get(node.group) : undefined;
  const foreignKeys = foreignKeysOf(node, tests, { artifacts, namespace });
  return {
    kind: 'dataset',
    id: datasetIdOf(relation, namespace),
    type: typeOf(node),
    domain: textOf(meta, 'domain'),
    dataProduct: textOf(meta, 'data_product'),
    tags: node.tags.length > 0 ? [...new Set(node.tags)] : undefined,
    owners: ownersOf({
      meta,
      owner: node.owner,
      group: node.group ? { name: node.group, owner: group?.owner } : undefined,
    }),
    purpose: textOf(meta, 'purpose'),
    updateFrequency: updateFrequencyOf(meta),
    definition: definitionOf(node.description ?? table?.comment, meta),
    tier: tierOf(meta),
    lifecycle: node.deprecationDate
      ? { state: 'deprecated', until: node.deprecationDate.slice(0, 10) }
      : undefined,
    columns: columnsOf(node, table),
    primaryKey: node.primaryKey.length > 0 ? [...node.primaryKey] : undefined,
    foreignKeys: foreignKeys.length > 0 ? foreignKeys : undefined,
    partitioning: node.partitioning && {
      columns: [...node.partitioning.by],
      by: node.partitioning.granularity,
    },
    tests:
      tests.length > 0
        ? tests.map(({ test, name, columnName, severity }) => ({
            name: test ?? name,
            columns: columnName ? [columnName] : undefined,
            severity,
          }))
        : undefined,
    size: table && sizeOf(table, measuredAt),
    loadedAt: artifacts.loadedAt.get(node.uniqueId),
    path: node.filePath,
    requestId: requestIdOf(meta),
  };
}

function typeOf(node: DbtDataset): DatasetRecord['type'] {
  if (node.kind === 'seed' || node.kind === 'snapshot') {
    return node.kind;
  }
  return node.source?.externalLocation
    ? 'external-table'
    : TYPES[node.materialization ?? ''];
}

/**
 * The columns that the warehouse has, with what the project says of them, and
 * after them those that only the project knows. Names are compared without
 * their case: Snowflake's catalog is in capitals, the project is not.
 */
function columnsOf(
  node: DbtDataset,
  table: TableRecord | undefined,
): ColumnRecord[] | undefined {
  const described = new Map(
    node.columns.map(column => [column.name.toLowerCase(), column]),
  );
  const real = [...(table?.columns ?? [])].sort(
    (a, b) => a.position - b.position,
  );
  const known = new Set(real.map(({ name }) => name.toLowerCase()));
  const columns = [
    ...real.map(({ name, type, comment }) => {
      const said = described.get(name.toLowerCase());
      return said
        ? describedColumn({ ...said, name, type: type ?? said.type }, comment)
        : { name, type, definition: definitionOf(comment, {}) };
    }),
    ...node.columns
      .filter(({ name }) => !known.has(name.toLowerCase()))
      .map(column => describedColumn(column)),
  ];
  return columns.length > 0 ? columns : undefined;
}

function describedColumn(
  column: DbtDataset['columns'][number],
  comment?: string,
): ColumnRecord {
  const { name, type, description, meta, tags, constraints } = column;
  return {
    name,
    type,
    isNullable: constraints.some(each => each.type === 'not_null')
      ? false
      : undefined,
    definition: definitionOf(description ?? comment, meta),
    tier: tierOf(meta),
    tags: tags.length > 0 ? [...new Set(tags)] : undefined,
  };
}

/** dbt says foreign keys by its `relationships` test. */
function foreignKeysOf(
  node: DbtDataset,
  tests: readonly TestRecord[],
  { artifacts, namespace }: { artifacts: DbtArtifacts; namespace: string },
): NonNullable<DatasetRecord['foreignKeys']> {
  return tests.flatMap(({ test, columnName, parameters, upstream }) => {
    const other = upstream.find(id => id !== node.uniqueId);
    const relation = other
      ? artifacts.datasets.get(other)?.relation
      : undefined;
    const { field } = parameters;
    return test === 'relationships' &&
      columnName &&
      relation &&
      typeof field === 'string'
      ? [
          {
            columns: [columnName],
            references: datasetIdOf(relation, namespace),
            referencedColumns: [field],
          },
        ]
      : [];
  });
}

const ROWS = ['num_rows', 'row_count'];
const BYTES = ['num_bytes', 'bytes', 'size'];

function sizeOf(
  { statistics }: TableRecord,
  at: string,
): DatasetRecord['size'] {
  const count = (ids: readonly string[]) => {
    const value: JsonValue | undefined = ids
      .map(id => statistics[id])
      .find(each => each !== undefined && each !== null);
    const number = typeof value === 'boolean' ? NaN : Number(value);
    return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
  };
  const rows = count(ROWS);
  const bytes = count(BYTES);
  return rows === undefined && bytes === undefined
    ? undefined
    : { rows, bytes, at };
}
