import type { Knex } from 'knex';
import type { HeldRun, RunRow } from './RunRow';

/**
 * Takes a run over from a reader that is gone: after the last piece that it
 * kept, else from the beginning. The row is locked by the caller.
 */
export async function takeOver(
  transaction: Knex.Transaction,
  running: RunRow,
  reader: string,
): Promise<HeldRun> {
  const { rows } = await transaction.raw(
    `select staged = (select count(*) from staged_records where run_id = source_runs.id) as is_complete
       from source_runs where id = ?`,
    [running.id],
  );
  const isUsable =
    rows[0].is_complete &&
    (running.cursor !== null || running.staged_at !== null);
  if (!isUsable) {
    await transaction('staged_records').where('run_id', running.id).delete();
  }
  const [row] = await transaction('source_runs')
    .where('id', running.id)
    .update({
      reader,
      alive_at: transaction.raw('clock_timestamp()'),
      ...(!isUsable && clearedProgress(transaction)),
    })
    .returning('*');
  return { row, reader };
}

/** Of a reading that begins again. */
export function clearedProgress(knex: Knex) {
  const nothing = knex.raw('null');
  return {
    staged: 0,
    staged_at: nothing,
    cursor: nothing,
    report: nothing,
    is_released: false,
  };
}
