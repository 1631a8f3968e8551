import { copyRows, type CopyField } from '../database/copyRows';
import type { FoundChange } from '../merge/compareDatasets';
import type { ApplyContext } from './ApplyContext';

/** A change and whose it is. */
export interface DatasetFoundChange extends FoundChange {
  /** Surrogate key of its row. */
  readonly datasetId: string;
}

/** Adds to the history. */
export async function writeChanges(
  context: ApplyContext,
  changes: readonly DatasetFoundChange[],
): Promise<void> {
  if (changes.length > 0) {
    await copyRows(
      context.transaction,
      'dataset_changes (dataset_id, revision, type, column_name, before, after, source, actor)',
      toRows(context, changes),
    );
  }
}

function* toRows(
  { revision, source, actor }: ApplyContext,
  changes: readonly DatasetFoundChange[],
): Generator<readonly CopyField[]> {
  for (const { datasetId, type, column, before, after } of changes) {
    yield [
      datasetId,
      revision,
      type,
      column,
      before === undefined ? undefined : JSON.stringify(before),
      after === undefined ? undefined : JSON.stringify(after),
      source,
      actor,
    ];
  }
}
