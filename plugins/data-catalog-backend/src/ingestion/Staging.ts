import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ReadingReport } from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetSource } from '@suido/backstage-plugin-data-catalog-node';
import type { Knex } from 'knex';
import type { TextMask } from '../masking/TextMask';
import { loadKnownRecords } from './loadKnownRecords';
import { RecordStager } from './RecordStager';
import { ReportBuilder } from './ReportBuilder';
import { requireSensibleTime } from './requireSensibleTime';
import type { HeldRun, SnapshotHead } from './RunRow';
import type { RunStore } from './RunStore';
import { stageBatches, StagingBuffer } from './stageBatches';

/** A snapshot whose records are all staged. */
export type StagedHead = SnapshotHead & { readonly report?: ReadingReport };

/** What reads into the stage. */
export interface Stage {
  readonly stager: RecordStager;
  readonly buffer: StagingBuffer;
  readonly signal: AbortSignal;
}

/** Brings records of runs onto the stage, in pieces that are kept. */
export class Staging {
  readonly #knex: Knex;
  readonly #runs: RunStore;
  readonly #mask: TextMask;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    runs: RunStore;
    mask: TextMask;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#runs = options.runs;
    this.#mask = options.mask;
    this.#logger = options.logger;
  }

  /**
   * Stages what is pushed, from the beginning.
   * @param feed - feeds the stage, to its end
   */
  async stagePush(
    run: HeldRun,
    head: SnapshotHead,
    feed: (into: Stage) => Promise<void>,
    signal: AbortSignal,
  ): Promise<StagedHead> {
    await this.#runs.restart(run);
    requireSensibleTime(head.takenAt);
    await this.#runs.describe(run, head);
    const report = new ReportBuilder();
    const buffer = this.#bufferFor(run, () => report.build());
    const stager = await this.#stagerFor(run, report);
    await feed({ stager, buffer, signal });
    await buffer.flush();
    await this.#runs.finishStaging(run, report.build());
    return { ...head, report: report.build() };
  }

  /**
   * Stages what a source tells, from where the run is.
   * @returns `undefined` where the source is as it was
   */
  async stageSource(
    source: DatasetSource,
    run: HeldRun,
    signal: AbortSignal,
  ): Promise<StagedHead | undefined> {
    const etag = await this.#runs.lastEtag(source.id);
    const ask = (cursor: string | null) =>
      source.read({
        etag,
        cursor: cursor ?? undefined,
        signal,
        logger: this.#logger,
      });
    const { cursor, etag: runEtag } = run.row;
    let snapshot = await ask(cursor);
    let isContinued = cursor !== null;
    if (snapshot && isContinued && snapshot.etag !== (runEtag ?? undefined)) {
      // The source moved in between: halves of two states are neither.
      await this.#runs.restart(run);
      isContinued = false;
      snapshot = await ask(null);
    }
    if (!snapshot) {
      return undefined;
    }
    const takenAt =
      isContinued && run.row.taken_at
        ? earlier(run.row.taken_at.toISOString(), snapshot.takenAt)
        : snapshot.takenAt;
    const head = { mode: snapshot.mode, takenAt, etag: snapshot.etag };
    requireSensibleTime(takenAt);
    await this.#runs.describe(run, head);
    const before = isContinued ? run.row.report ?? undefined : undefined;
    const own = new ReportBuilder();
    const soFar = () => {
      const report = ReportBuilder.from(before);
      report.add(own.build());
      return report.build();
    };
    await stageBatches(
      snapshot.batches,
      await this.#stagerFor(run, own),
      this.#bufferFor(run, soFar),
      signal,
    );
    const whole = ReportBuilder.from(before);
    whole.add(own.over(snapshot.report()));
    const report = whole.build();
    await this.#runs.finishStaging(run, report);
    return { ...head, report };
  }

  async #stagerFor(run: HeldRun, report: ReportBuilder): Promise<RecordStager> {
    return new RecordStager({
      mask: this.#mask,
      report,
      known: await loadKnownRecords(this.#knex, run.row.source_id),
    });
  }

  #bufferFor(run: HeldRun, report: () => ReadingReport): StagingBuffer {
    return new StagingBuffer(
      (rows, progress) => this.#runs.stage(run, rows, progress),
      report,
    );
  }
}

function earlier(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? a : b;
}
