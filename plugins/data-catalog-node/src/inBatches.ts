import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import type { SnapshotBatch } from './DatasetSource';

const BATCH_RECORDS = 500;

/** Records a few hundred at a time, made as they are taken. @public */
export async function* inBatches(
  all: Iterable<SnapshotRecord>,
): AsyncIterable<SnapshotBatch> {
  let records: SnapshotRecord[] = [];
  for (const record of all) {
    records.push(record);
    if (records.length === BATCH_RECORDS) {
      yield { records };
      records = [];
    }
  }
  if (records.length > 0) {
    yield { records };
  }
}
