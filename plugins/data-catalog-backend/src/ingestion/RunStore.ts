import { ConflictError } from '@backstage/errors';
import type {
  ReadingReport,
  SourceRunState,
} from '@suido/backstage-plugin-data-catalog-common';
import { isUniqueViolation } from '@suido/backend-kit';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import { byteaText, copyRows } from '../database/copyRows';
import { RunLostError } from './RunLostError';
import type { HeldRun, RunEnd, RunRow, SnapshotHead } from './RunRow';
import type { StagedRow } from './StagedRow';
import { clearedProgress, takeOver } from './takeOver';

/** Runs of a source that are remembered. */
const REMEMBERED_RUNS = 1_000;

/** A reader that was silent for so long is gone. */
export const READER_GONE_AFTER_MS = 60_000;

const SUPERSEDED = {
  en: 'A newer snapshot of the source took its place.',
  ja: 'ソースのより新しいスナップショットに置き換えられました。',
};

/**
 * Runs of sources.
 *
 * @remarks
 * A unique index lets one run of a source be `running`. Whoever reads it writes
 * its own token into the row and says that it is alive; after a silence another
 * takes the run over with a token of its own. Everything that a reader writes
 * is conditional on its token, in the same transaction, so one that was only
 * slow finds its run gone and leaves no trace.
 */
export class RunStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Begins to read a source, or goes on where a reader is gone.
   * @returns `undefined` where somebody reads it now
   */
  async begin(source: string): Promise<HeldRun | undefined> {
    const reader = randomUUID();
    try {
      return await this.#knex.transaction(async transaction => {
        const running = await transaction('source_runs')
          .where({ source_id: source, state: 'running' })
          .forUpdate()
          .first(
            '*',
            transaction.raw(
              `alive_at < clock_timestamp() - ? * interval '1 millisecond' as is_silent`,
              [READER_GONE_AFTER_MS],
            ),
          );
        if (running) {
          return running.is_silent
            ? takeOver(transaction, running, reader)
            : undefined;
        }
        const [row] = await transaction('source_runs')
          .insert({ id: ulid(), source_id: source, state: 'running', reader })
          .returning('*');
        return { row, reader };
      });
    } catch (error) {
      if (isUniqueViolation(error, 'source_runs_running_uq')) {
        return undefined;
      }
      throw error;
    }
  }

  /** Writes down what will be read. */
  async describe(run: HeldRun, head: SnapshotHead): Promise<void> {
    await this.#move(this.#knex, run, {
      mode: head.mode,
      taken_at: head.takenAt,
      etag: head.etag,
    });
  }

  /** Forgets what was staged, so that the reading begins again. */
  async restart(run: HeldRun): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await this.#move(transaction, run, clearedProgress(transaction));
      await transaction('staged_records').where('run_id', run.row.id).delete();
    });
  }

  /** Keeps rows, and where the reading goes on after them. */
  async stage(
    run: HeldRun,
    rows: readonly StagedRow[],
    progress: { readonly cursor?: string; readonly report: ReadingReport },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await this.#move(transaction, run, {
        staged: transaction.raw('staged + ?', [rows.length]),
        cursor: progress.cursor ?? transaction.raw('null'),
        report: JSON.stringify(progress.report),
      });
      await copyRows(
        transaction,
        'staged_records (run_id, kind, subject, hash, record)',
        toCopy(run.row.id, rows),
      );
    });
  }

  /** All is staged. */
  async finishStaging(run: HeldRun, report: ReadingReport): Promise<void> {
    await this.#move(this.#knex, run, {
      staged_at: this.#knex.fn.now(),
      report: JSON.stringify(report),
    });
  }

  /** Says that the reader is there. */
  async keepAlive(run: HeldRun): Promise<void> {
    await this.#move(this.#knex, run, {});
  }

  /**
   * In a transaction: holds the row, so that nobody takes the run over before
   * the end of it.
   * @throws where the server crashed and took what was staged along
   */
  async hold(transaction: Knex.Transaction, run: HeldRun): Promise<void> {
    await this.#move(transaction, run, {});
    const [{ is_complete: isComplete }] = await transaction('source_runs')
      .where('id', run.row.id)
      .select(
        transaction.raw(
          `staged = (select count(*) from staged_records where run_id = source_runs.id) as is_complete`,
        ),
      );
    if (!isComplete) {
      throw new ConflictError(
        'The database lost what was read when its server stopped; read the source again.',
      );
    }
  }

  /**
   * Ends the run; what it staged is kept only while it is held.
   * @param database - where it belongs to a transaction, that one
   */
  async end(
    database: Knex,
    run: HeldRun,
    state: Exclude<SourceRunState, 'running'>,
    end: RunEnd = {},
  ): Promise<void> {
    await database.transaction(async transaction => {
      await this.#move(transaction, run, {
        state,
        finished_at: transaction.raw('clock_timestamp()'),
        ...(end.report && { report: JSON.stringify(end.report) }),
        ...(end.changes && { changes: JSON.stringify(end.changes) }),
        reason: end.reason
          ? JSON.stringify(end.reason)
          : transaction.raw('null'),
        ...(end.revision !== undefined && { revision: end.revision }),
      });
      if (state === 'unchanged') {
        await forgetUnchangedBefore(transaction, run.row);
      }
      await forgetOldRuns(transaction, run.row.source_id);
      if (state !== 'held') {
        await transaction('staged_records')
          .where('run_id', run.row.id)
          .delete();
      }
    });
  }

  /**
   * With what the next reading asks: the etag of a snapshot that waits for a
   * data engineer, so that it is not read over and over, else of the last one
   * that was applied.
   */
  async lastEtag(source: string): Promise<string | undefined> {
    const held = await this.#knex('source_runs')
      .where({ source_id: source, state: 'held' })
      .whereNotNull('etag')
      .orderBy('id', 'desc')
      .first('etag');
    const stored =
      held ?? (await this.#knex('sources').where('id', source).first('etag'));
    return stored?.etag ?? undefined;
  }

  /** Ends snapshots that wait for a data engineer, for a newer one came. */
  async supersede(database: Knex, run: HeldRun): Promise<void> {
    const held: string[] = await database('source_runs')
      .where({ source_id: run.row.source_id, state: 'held' })
      .whereNot('id', run.row.id)
      .pluck('id');
    if (held.length > 0) {
      await database('staged_records').whereIn('run_id', held).delete();
      await database('source_runs')
        .whereIn('id', held)
        .update({ state: 'failed', reason: JSON.stringify(SUPERSEDED) });
    }
  }

  /**
   * Lets a held run through.
   * @throws `ConflictError` where it is not held, or its source is being read
   */
  async release(source: string, id: string): Promise<HeldRun> {
    const reader = randomUUID();
    try {
      const [row] = await this.#knex('source_runs')
        .where({ id, source_id: source, state: 'held' })
        .update({
          state: 'running',
          reader,
          is_released: true,
          finished_at: this.#knex.raw('null'),
          alive_at: this.#knex.fn.now(),
        })
        .returning('*');
      if (!row) {
        throw new ConflictError(
          `The run '${id}' of '${source}' is not held; reload the page to see what became of it.`,
        );
      }
      return { row, reader };
    } catch (error) {
      if (isUniqueViolation(error, 'source_runs_running_uq')) {
        throw new ConflictError(
          `'${source}' is being read at the moment; wait for the end of it and release then, if the run is still held.`,
        );
      }
      throw error;
    }
  }

  /** Hands a run back at once, for another reader to go on. */
  async handBack(run: HeldRun): Promise<void> {
    await this.#knex('source_runs')
      .where({ id: run.row.id, reader: run.reader, state: 'running' })
      .update({ alive_at: new Date(0) });
  }

  /**
   * Takes over the runs of these sources whose reader is gone. One that is
   * locked is being applied, however long that takes.
   */
  async takeAbandoned(sources: readonly string[]): Promise<HeldRun[]> {
    return this.#knex.transaction(async transaction => {
      const rows: RunRow[] = await transaction('source_runs')
        .where('state', 'running')
        .whereIn('source_id', [...sources])
        .whereRaw(
          `alive_at < clock_timestamp() - ? * interval '1 millisecond'`,
          [READER_GONE_AFTER_MS],
        )
        .forUpdate()
        .skipLocked();
      const taken: HeldRun[] = [];
      for (const row of rows) {
        taken.push(await takeOver(transaction, row, randomUUID()));
      }
      return taken;
    });
  }

  async get(id: string): Promise<RunRow | undefined> {
    return this.#knex('source_runs').where({ id }).first();
  }

  async #move(database: Knex, run: HeldRun, change: object): Promise<void> {
    const moved = await database('source_runs')
      .where({ id: run.row.id, reader: run.reader, state: 'running' })
      .update({ ...change, alive_at: this.#knex.raw('clock_timestamp()') });
    if (moved !== 1) {
      throw new RunLostError(run.row.source_id);
    }
  }
}

/**
 * Of looks in a row that found nothing new, the last one stays: whoever asks
 * what was read is not to search for it among thousands.
 */
async function forgetUnchangedBefore(
  transaction: Knex.Transaction,
  { id, source_id: source }: RunRow,
): Promise<void> {
  const before = () =>
    transaction('source_runs').where('source_id', source).where('id', '<', id);
  const lastOther: string | undefined = (
    await before().whereNot('state', 'unchanged').max('id as id').first()
  )?.id;
  await before()
    .where('state', 'unchanged')
    .where('id', '>', lastOther ?? '')
    .delete();
}

async function forgetOldRuns(
  transaction: Knex.Transaction,
  source: string,
): Promise<void> {
  const runs = () => transaction('source_runs').where('source_id', source);
  await runs()
    .whereNotIn('state', ['running', 'held'])
    .where(
      'id',
      '<=',
      runs()
        .orderBy('id', 'desc')
        .offset(REMEMBERED_RUNS)
        .limit(1)
        .select('id'),
    )
    .delete();
}

function* toCopy(runId: string, rows: readonly StagedRow[]) {
  for (const { kind, subject, hash, record } of rows) {
    yield [runId, kind, subject, byteaText(hash), record] as const;
  }
}
