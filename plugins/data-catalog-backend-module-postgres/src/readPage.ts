import type {
  EdgeRecord,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  fitDatasetRecord,
  type ReadingTally,
} from '@suido/backstage-plugin-data-catalog-node';
import { PARTITION } from './causes';
import { datasetRecordOf, type IdOf } from './datasetRecordOf';
import type { Query } from './DatabaseSession';
import { describeRelations } from './queries/describeRelations';
import { listColumns } from './queries/listColumns';
import { listKeys } from './queries/listKeys';
import { listViewInputs } from './queries/listViewInputs';

/** What is to be told of some relations, in a handful of questions. */
export async function readPage(
  query: Query,
  options: { oids: readonly number[]; idOf: IdOf; tally: ReadingTally },
): Promise<SnapshotRecord[]> {
  const { oids, idOf, tally } = options;
  const measuredAt = new Date().toISOString();
  const relations = await describeRelations(query, oids);
  const columns = byOid(await listColumns(query, oids));
  const keys = byOid(await listKeys(query, oids));
  const inputs = byOid(await listViewInputs(query, oids));
  return relations.flatMap(relation => {
    const { oid, schema, name, partitions } = relation;
    const { record, causes } = fitDatasetRecord(
      datasetRecordOf(relation, {
        columns: columns.get(oid) ?? [],
        keys: keys.get(oid) ?? [],
        idOf,
        measuredAt,
      }),
    );
    tally.keep(`${schema}.${name}`, causes);
    if (partitions > 0) {
      tally.note(`${schema}.${name}: ${partitions}`, PARTITION, partitions);
    }
    const edges = (inputs.get(oid) ?? []).map(
      (input): EdgeRecord => ({
        kind: 'edge',
        from: idOf(input.schema, input.name),
        to: record.id,
        evidence: 'sql',
      }),
    );
    edges.forEach(edge => tally.keep(`${edge.from.name} → ${edge.to.name}`));
    return [record, ...edges];
  });
}

function byOid<R extends { oid: number }>(
  rows: readonly R[],
): Map<number, R[]> {
  const found = new Map<number, R[]>();
  for (const row of rows) {
    const others = found.get(row.oid);
    if (others) {
      others.push(row);
    } else {
      found.set(row.oid, [row]);
    }
  }
  return found;
}
