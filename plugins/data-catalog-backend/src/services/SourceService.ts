import { InputError, stringifyError } from '@backstage/errors';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type {
  CatalogSource,
  SourceRun,
} from '@suido/backstage-plugin-data-catalog-common';
import { presentRun, type SourceStore } from '../database/SourceStore';
import type { Ingestor } from '../ingestion/Ingestor';
import type { ReadableDatasets } from '../permissions/DatasetGate';

/** Id of the task that reads a source. */
export function readTaskId(source: string): string {
  return `read-${source}`;
}

/** Where metadata comes from, and what was read. */
export class SourceService {
  readonly #store: SourceStore;
  readonly #ingestor: Ingestor;
  readonly #scheduler: SchedulerService;
  readonly #logger: LoggerService;
  /** Ids of sources that are read; the others push. */
  readonly #scheduled: ReadonlySet<string>;
  readonly #applying = new Set<Promise<unknown>>();

  constructor(options: {
    store: SourceStore;
    ingestor: Ingestor;
    scheduler: SchedulerService;
    logger: LoggerService;
    scheduled: ReadonlySet<string>;
  }) {
    this.#store = options.store;
    this.#ingestor = options.ingestor;
    this.#scheduler = options.scheduler;
    this.#logger = options.logger;
    this.#scheduled = options.scheduled;
  }

  async list(readable: ReadableDatasets): Promise<CatalogSource[]> {
    return this.#store.list(readable);
  }

  async listRuns(
    source: string,
    page: { readonly cursor?: string; readonly limit: number },
    readable: ReadableDatasets,
  ): Promise<{ items: SourceRun[]; nextCursor?: string }> {
    return this.#store.listRuns(source, page, readable);
  }

  /**
   * Has a source read soon, by whichever backend is first.
   * @throws `InputError` where nobody here reads it
   */
  async refresh(
    id: string,
    readable: ReadableDatasets,
  ): Promise<CatalogSource> {
    const source = await this.#store.get(id, readable);
    if (!this.#scheduled.has(id)) {
      throw new InputError(
        `'${id}' is not read by the portal: it pushes its snapshots, or is configured no more. Have it push again.`,
      );
    }
    try {
      await this.#scheduler.triggerTask(readTaskId(id));
    } catch (error) {
      // Running already: what is asked for happens.
      if (!(error instanceof Error && error.name === 'ConflictError')) {
        throw error;
      }
    }
    return source;
  }

  /** Lets a held snapshot through; it is applied behind the answer. */
  async release(
    source: string,
    run: string,
    readable: ReadableDatasets,
  ): Promise<SourceRun> {
    await this.#store.get(source, readable);
    const { released, applied } = await this.#ingestor.release(source, run);
    const ended = applied
      .catch(error =>
        this.#logger.warn(
          `The released run ${run} of '${source}' was not applied: ${stringifyError(
            error,
          )}`,
        ),
      )
      .finally(() => this.#applying.delete(ended));
    this.#applying.add(ended);
    return presentRun(released, readable);
  }

  /** Ends once everything that was released is applied. */
  async stop(): Promise<void> {
    await Promise.all(this.#applying);
  }
}
