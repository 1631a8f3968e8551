import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { SourceRun } from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetSource } from '@suido/backstage-plugin-data-catalog-node';
import type { Knex } from 'knex';
import { applyRun, type Applied } from '../apply/applyRun';
import type { CatalogConfig } from '../config/CatalogConfig';
import type { SearchIndex } from '../search/SearchIndex';
import type { CatalogAnnouncer } from './CatalogAnnouncer';
import { startHeartbeat } from './Heartbeat';
import { REASONS } from './reasons';
import { ReportBuilder } from './ReportBuilder';
import { RunLostError } from './RunLostError';
import type { HeldRun, RunRow, SnapshotHead } from './RunRow';
import { RunStore } from './RunStore';
import { Staging, type Stage, type StagedHead } from './Staging';

/** Rolls an application back that must wait for a data engineer. */
class HeldBackError extends Error {
  readonly name = 'HeldBackError';
}

/**
 * Reads sources into the catalog.
 *
 * @remarks
 * A reading goes through two phases, and its row says in which it is. First
 * records are staged, in pieces, each with the cursor after it in one
 * transaction. Then all that is staged is applied in one transaction. A backend
 * that dies in between leaves a row that nobody keeps alive: another goes on
 * after the last piece, or applies what is all there, or begins again where the
 * source gives no cursors. What is half read is never seen.
 */
export class Ingestor {
  readonly #knex: Knex;
  readonly #runs: RunStore;
  readonly #staging: Staging;
  readonly #config: CatalogConfig;
  readonly #search: SearchIndex;
  readonly #announcer: CatalogAnnouncer;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    config: CatalogConfig;
    announcer: CatalogAnnouncer;
    logger: LoggerService;
    search: SearchIndex;
  }) {
    this.#knex = options.knex;
    this.#runs = new RunStore(options.knex);
    this.#staging = new Staging({
      ...options,
      runs: this.#runs,
      mask: options.config.mask,
    });
    this.#config = options.config;
    this.#search = options.search;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
  }

  /**
   * Reads a source and applies what it tells; what goes wrong is in the run.
   * @returns the run; `undefined` where another backend reads the source now
   * @throws what stopped the reading
   */
  async read(
    source: DatasetSource,
    signal: AbortSignal,
  ): Promise<RunRow | undefined> {
    const run = await this.#runs.begin(source.id);
    if (!run) {
      this.#logger.info(`'${source.id}' is being read by another backend`);
      return undefined;
    }
    return this.#carry(
      run,
      signal,
      async (held, own) =>
        held.row.staged_at
          ? headOf(held.row)
          : this.#staging.stageSource(source, held, own),
      true,
    );
  }

  /**
   * Takes in what is pushed.
   * @param feed - feeds the stage, to its end
   * @returns the run; `undefined` where another push of the source runs now
   */
  async push(
    source: string,
    head: SnapshotHead,
    feed: (into: Stage) => Promise<void>,
    signal: AbortSignal,
  ): Promise<RunRow | undefined> {
    const run = await this.#runs.begin(source);
    return (
      run &&
      this.#carry(run, signal, (held, own) =>
        this.#staging.stagePush(held, head, feed, own),
      )
    );
  }

  /** Lets a held run through: at once for others, applied soon. */
  async release(
    source: string,
    runId: string,
  ): Promise<{ released: RunRow; applied: Promise<RunRow> }> {
    const run = await this.#runs.release(source, runId);
    return {
      released: run.row,
      applied: this.#carry(run, AbortSignal.any([]), async held =>
        headOf(held.row),
      ),
    };
  }

  /** Ends the pushes whose backend is gone: nobody sends their rest. */
  async endAbandoned(pushed: readonly string[]): Promise<void> {
    for (const run of await this.#runs.takeAbandoned(pushed)) {
      await this.#carry(run, AbortSignal.any([]), async held => {
        if (!held.row.staged_at) {
          throw new Error(
            'The backend that took the push in stopped; push the snapshot again.',
          );
        }
        return headOf(held.row);
      }).catch(error =>
        this.#logger.warn(
          `The push of '${
            run.row.source_id
          }' was not finished: ${stringifyError(error)}`,
        ),
      );
    }
  }

  /**
   * Carries a run to its end, whatever that is.
   * @param isContinued - whether another backend goes on where this one stops
   */
  async #carry(
    run: HeldRun,
    outer: AbortSignal,
    stage: (
      run: HeldRun,
      signal: AbortSignal,
    ) => Promise<StagedHead | undefined>,
    isContinued = false,
  ): Promise<RunRow> {
    const lost = new AbortController();
    const signal = AbortSignal.any([outer, lost.signal]);
    const heartbeat = startHeartbeat(
      () => this.#runs.keepAlive(run),
      error => lost.abort(error),
    );
    try {
      const head = await stage(run, signal);
      await heartbeat.stop();
      if (head) {
        await this.#apply(run, head);
      } else {
        await this.#runs.end(this.#knex, run, 'unchanged');
      }
    } catch (error) {
      await heartbeat.stop();
      if (outer.aborted && isContinued) {
        await this.#runs.handBack(run);
      } else if (!(error instanceof RunLostError)) {
        await this.#fail(run, outer.aborted ? outer.reason : error);
      }
      throw error;
    }
    const ended = await this.#runs.get(run.row.id);
    return ended ?? run.row;
  }

  async #apply(run: HeldRun, head: StagedHead): Promise<void> {
    const held: { outcome?: Applied & { state: 'held' } } = {};
    const finish = (database: Knex, outcome: Applied) => {
      const report = ReportBuilder.from(head.report);
      report.takeBack(REASONS.duplicate, outcome.duplicates);
      return this.#runs.end(database, run, outcome.state, {
        ...outcome,
        report: report.build(),
      });
    };
    const applied = await this.#knex
      .transaction(async transaction => {
        await this.#runs.hold(transaction, run);
        const outcome = await applyRun(
          transaction,
          {
            id: run.row.id,
            source: run.row.source_id,
            mode: head.mode,
            takenAt: head.takenAt,
            etag: head.etag,
            isReleased: run.row.is_released,
          },
          { ...this.#config, search: this.#search },
        );
        if (outcome.state === 'held') {
          held.outcome = outcome;
          throw new HeldBackError();
        }
        await finish(transaction, outcome);
        await this.#runs.supersede(transaction, run);
        return outcome;
      })
      .catch(error => {
        if (error instanceof HeldBackError) {
          return held.outcome;
        }
        throw error;
      });
    if (applied?.state === 'held') {
      await finish(this.#knex, applied);
      await this.#runs.supersede(this.#knex, run);
    }
    if (applied?.state === 'applied') {
      await this.#announcer.announce(run.row.source_id, applied.revision);
    }
  }

  async #fail(run: HeldRun, error: unknown): Promise<void> {
    const message = isError(error) ? error.message : String(error);
    this.#logger.warn(
      `'${run.row.source_id}' could not be read: ${stringifyError(error)}`,
    );
    await this.#runs
      .end(this.#knex, run, 'failed', { reason: failureText(message) })
      .catch(failure =>
        this.#logger.error(
          `The run ${run.row.id} of '${
            run.row.source_id
          }' is still open, it ends with the next reading: ${stringifyError(
            failure,
          )}`,
        ),
      );
  }
}

function headOf(row: RunRow): StagedHead {
  if (!row.mode || !row.taken_at) {
    throw new Error(
      `The run ${row.id} does not say what it read; read the source again.`,
    );
  }
  return {
    mode: row.mode,
    takenAt: row.taken_at.toISOString(),
    etag: row.etag ?? undefined,
    report: row.report ?? undefined,
  };
}

function failureText(message: string): NonNullable<SourceRun['reason']> {
  const text = message.slice(0, 2_000);
  return {
    en: text,
    ja: `読み込みに失敗しました。${text}`,
  };
}
