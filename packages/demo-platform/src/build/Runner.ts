import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'crypto';
import type { BareRepository } from '../repository/BareRepository';
import type { Run, StateStore } from '../warehouse/StateStore';
import type { Builder } from './Builder';

const POLL_INTERVAL_MS = 1_000;

/** Where the platform tells what it does. */
export type Log = (message: string) => void;

/** Follows the branch and builds every new head. */
export class Runner {
  /** The commit that was built last. */
  commit: string | undefined;

  private readonly stopping = new AbortController();
  private lastTrouble: string | undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: BareRepository,
    private readonly builder: Builder,
    private readonly states: StateStore,
    private readonly log: Log,
  ) {}

  start(): void {
    this.loop = this.follow();
  }

  /** Ends after the dataset that is being built. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const head = await this.repository.head();
        if (head && head !== this.commit) {
          await this.buildCommit(head, signal);
        }
        this.lastTrouble = undefined;
      } catch (error) {
        if (!signal.aborted) {
          this.tell(`The repository cannot be read: ${stringifyError(error)}`);
        }
      }
      await pause(POLL_INTERVAL_MS, signal);
    }
  }

  private async buildCommit(
    commit: string,
    signal: AbortSignal,
  ): Promise<void> {
    const startedAt = new Date();
    let nodes: Run['nodes'] = [];
    let failure: string | undefined;
    try {
      nodes = await this.builder.build(this.repository.files(commit), signal);
    } catch (error) {
      signal.throwIfAborted();
      failure = stringifyError(error);
    }
    const failed = nodes.filter(
      ({ status }) => status === 'failed' || status === 'skipped',
    );
    const run: Run = {
      // Sorts by time, also within one millisecond's reach of another start
      id: `${startedAt.toISOString()}-${randomUUID()}`,
      commit,
      startedAt: startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      status: failure || failed.length > 0 ? 'error' : 'success',
      error: failure,
      nodes,
    };
    await this.states.saveRun(run);
    this.commit = commit;
    const built = nodes.filter(({ status }) => status === 'built').length;
    this.log(
      `${commit.slice(0, 7)}: ${built} built, ${
        failed.length
      } failed or skipped${failure ? `; ${failure}` : ''}`,
    );
  }

  /** Says the same trouble once, not every second. */
  private tell(trouble: string): void {
    if (trouble !== this.lastTrouble) {
      this.lastTrouble = trouble;
      this.log(trouble);
    }
  }
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(done, durationMs);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
