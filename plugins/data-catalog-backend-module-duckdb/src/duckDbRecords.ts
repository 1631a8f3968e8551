import type {
  ColumnRecord,
  DatasetRecord,
  EdgeRecord,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  fitDatasetRecord,
  type ReadingTally,
} from '@suido/backstage-plugin-data-catalog-node';
import type {
  DuckDbDataset,
  DuckDbMetadata,
  DuckDbName,
} from '@suido/duckdb-metadata';
import { authoredTextOf, type DatasetId } from '@suido/vocabulary';

/** What a DuckDB database tells the catalog. */
export function* duckDbRecords(
  { database, datasets }: DuckDbMetadata,
  options: { datasetNamespace: string; takenAt: string; tally: ReadingTally },
): Generator<SnapshotRecord> {
  const { datasetNamespace, takenAt, tally } = options;
  const idOf = ({ schema, name }: DuckDbName): DatasetId => ({
    namespace: datasetNamespace,
    name: `${database}.${schema}.${name}`,
  });
  for (const dataset of datasets) {
    const { record, causes } = fitDatasetRecord(
      datasetRecordOf(dataset, idOf, takenAt),
    );
    tally.keep(record.id.name, causes);
    yield record;
    for (const input of dataset.inputs) {
      const edge: EdgeRecord = {
        kind: 'edge',
        from: idOf(input),
        to: record.id,
        evidence: 'sql',
      };
      tally.keep(`${edge.from.name} → ${edge.to.name}`);
      yield edge;
    }
  }
}

function datasetRecordOf(
  dataset: DuckDbDataset,
  idOf: (name: DuckDbName) => DatasetId,
  at: string,
): DatasetRecord {
  const { kind, comment, columns, primaryKey, foreignKeys, rows } = dataset;
  return {
    kind: 'dataset',
    id: idOf(dataset),
    type: kind,
    definition: authoredTextOf(comment),
    columns: columns.map(
      (column): ColumnRecord => ({
        name: column.name,
        type: column.type,
        isNullable: column.isNullable,
        definition: authoredTextOf(column.comment),
      }),
    ),
    primaryKey: primaryKey && [...primaryKey],
    foreignKeys:
      foreignKeys.length > 0
        ? foreignKeys.map(key => ({
            columns: [...key.columns],
            references: idOf(key.references),
            referencedColumns: [...key.referencedColumns],
          }))
        : undefined,
    size: rows === undefined ? undefined : { rows, at },
    viewSql: dataset.viewSql,
  };
}
