import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { LoadedTables } from './LoadedTables';
import { PreviewChild, type EndReason } from './PreviewChild';
import type {
  PreviewQuery,
  PreviewResult,
  PreviewRunner,
} from './PreviewRunner';

/** Time for what is not the statements: loading rows, sending results. */
const GRACE_MS = 3_000;

const DEFAULTS = {
  timeoutMs: 2_000,
  residentLimitBytes: 500 * 1024 * 1024,
  idleMs: 5 * 60 * 1_000,
};

type FailureReason = Extract<PreviewResult, { status: 'failed' }>['reason'];

const REASONS: Readonly<Record<EndReason, FailureReason>> = {
  time: 'time',
  memory: 'memory',
  stopped: 'time',
  exited: 'query',
};

interface Running {
  readonly child: PreviewChild;
  readonly tables: LoadedTables;
}

/**
 * Computes previews in one process of their own that is used again.
 *
 * @remarks
 * One query at a time, in the order of arrival: a chain of promises is the
 * queue, and an entry whose signal is aborted by then is skipped. The process
 * interrupts a query that takes too long; where that does not help, or where
 * it grows too big, it is killed, and the next query starts a fresh one, so no
 * query can spoil a later one. A process nobody needs ends after a while.
 */
export class ChildProcessPreviewRunner implements PreviewRunner {
  readonly #logger: LoggerService;
  readonly #limits: typeof DEFAULTS;
  #queue: Promise<unknown> = Promise.resolve();
  #running: Running | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isStopped = false;
  #lastRunId = 0;

  private constructor(logger: LoggerService, limits: typeof DEFAULTS) {
    this.#logger = logger;
    this.#limits = limits;
  }

  /** @param options - limits other than the usual ones are for tests */
  static create(
    options: { logger: LoggerService } & Partial<typeof DEFAULTS>,
  ): ChildProcessPreviewRunner {
    const { logger, ...limits } = options;
    return new ChildProcessPreviewRunner(logger, { ...DEFAULTS, ...limits });
  }

  /** Process id while there is a process. */
  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  run(
    query: PreviewQuery,
    signal?: AbortSignal,
  ): Promise<readonly PreviewResult[]> {
    const run = this.#queue.then(() => this.#runNow(query, signal));
    this.#queue = run.catch(() => {});
    return run;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#idle);
    await this.#running?.child.end('stopped');
    await this.#queue;
  }

  async #runNow(
    query: PreviewQuery,
    signal: AbortSignal | undefined,
  ): Promise<readonly PreviewResult[]> {
    signal?.throwIfAborted();
    if (this.#isStopped) {
      throw new ServiceUnavailableError('The portal is shutting down');
    }
    clearTimeout(this.#idle);
    const running = (this.#running ??= await this.#start());
    try {
      return await this.#runIn(running, query, signal);
    } finally {
      this.#endWhenIdle();
    }
  }

  async #start(): Promise<Running> {
    const child = await PreviewChild.start(this.#limits);
    const running = { child, tables: new LoadedTables() };
    child.ended.then(reason => {
      if (this.#running === running) {
        this.#running = undefined;
      }
      if (reason !== 'stopped') {
        this.#logger.warn(
          `The preview process ended (${reason}); the next preview starts a new one. ${child.lastWords}`,
        );
      }
    });
    return running;
  }

  async #runIn(
    { child, tables }: Running,
    query: PreviewQuery,
    signal: AbortSignal | undefined,
  ): Promise<readonly PreviewResult[]> {
    const { timeoutMs } = this.#limits;
    const runId = (this.#lastRunId += 1);
    const onAbort = () => child.send({ kind: 'interrupt', runId });
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const answer = child.waitFor(
        message => 'runId' in message && message.runId === runId,
        timeoutMs + GRACE_MS,
      );
      child.send({
        kind: 'run',
        runId,
        ...tables.prepare(query.tables),
        statements: query.statements,
        timeoutMs,
      });
      const message = await answer;
      if (message?.kind === 'done') {
        signal?.throwIfAborted();
        return message.results;
      }
      await child.end('time');
      signal?.throwIfAborted();
      return message?.kind === 'broken'
        ? failedBy('query', message.message, query)
        : failedBy(
            REASONS[await child.ended],
            'The preview process was ended',
            query,
          );
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(
      () => void this.#running?.child.end('stopped'),
      this.#limits.idleMs,
    ).unref();
  }
}

function failedBy(
  reason: FailureReason,
  message: string,
  { statements }: PreviewQuery,
): readonly PreviewResult[] {
  return statements.map(({ id }) => ({
    id,
    status: 'failed',
    reason,
    message,
  }));
}
