import { fork, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { ServiceUnavailableError } from '@backstage/errors';
import { previewProcessCommand } from './previewProcess';
import {
  isPreviewMessage,
  type PreviewCommand,
  type PreviewMessage,
} from './protocol';
import { residentBytes } from './residentBytes';

const START_LIMIT_MS = 60_000;
const RESIDENT_CHECK_MS = 50;
const LAST_WORDS_LENGTH = 2_000;

/** Why a process was ended, or that it ended by itself. */
export type EndReason = 'time' | 'memory' | 'stopped' | 'exited';

/**
 * One preview process: starts it, talks with it, watches its size.
 *
 * @remarks
 * The child has an empty environment, so it knows no secret of the backend's,
 * and no open files but its channel and a pipe for its last words.
 */
export class PreviewChild {
  readonly #process: ChildProcess;
  readonly #residentLimitBytes: number;
  readonly #listeners = new Set<(message: PreviewMessage) => void>();
  readonly #ended: Promise<EndReason>;
  #reason: EndReason = 'exited';
  #lastWords = '';

  private constructor(child: ChildProcess, residentLimitBytes: number) {
    this.#process = child;
    this.#residentLimitBytes = residentLimitBytes;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS_LENGTH);
    });
    child.on('message', message => {
      if (isPreviewMessage(message)) {
        this.#listeners.forEach(listener => listener(message));
      }
    });
    this.#ended = new Promise(resolve => {
      const finish = (code?: number | null) => {
        // 137: the process found itself too big
        resolve(code === 137 ? 'memory' : this.#reason);
      };
      child.once('exit', finish);
      child.once('error', error => {
        this.#lastWords += String(error);
        finish();
      });
    });
    // An idle preview process never keeps the backend from ending
    child.unref();
    child.channel?.unref();
  }

  /** @throws `ServiceUnavailableError` where it does not come up */
  static async start(options: {
    residentLimitBytes: number;
  }): Promise<PreviewChild> {
    const { file, args, execArgv } = previewProcessCommand();
    const child = new PreviewChild(
      fork(file, [...args], {
        cwd: tmpdir(),
        env: {},
        execArgv: [...execArgv],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      }),
      options.residentLimitBytes,
    );
    const isReady = await child.waitFor(
      message => message.kind === 'ready',
      START_LIMIT_MS,
    );
    if (!isReady) {
      await child.end('stopped');
      throw new ServiceUnavailableError(
        `The preview process did not start: ${
          child.#lastWords.trim() || 'it said nothing'
        }`,
      );
    }
    return child;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Why it ended; settles only then. */
  get ended(): Promise<EndReason> {
    return this.#ended;
  }

  send(command: PreviewCommand): void {
    if (this.#process.connected) {
      // A failed send shows as the end of the process
      this.#process.send(command, () => {});
    }
  }

  /**
   * The first message that fits; `undefined` once time is up or it ended. All
   * the while its size is watched.
   */
  async waitFor(
    fits: (message: PreviewMessage) => boolean,
    limitMs: number,
  ): Promise<PreviewMessage | undefined> {
    let listener: (message: PreviewMessage) => void = () => {};
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<PreviewMessage | undefined>(resolve => {
      listener = message => {
        if (fits(message)) {
          resolve(message);
        }
      };
      timer = setTimeout(() => resolve(undefined), limitMs);
    });
    const watch = setInterval(() => this.#endWhenTooBig(), RESIDENT_CHECK_MS);
    this.#listeners.add(listener);
    try {
      return await Promise.race([answer, this.#ended.then(() => undefined)]);
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      this.#listeners.delete(listener);
    }
  }

  #endWhenTooBig(): void {
    const { pid } = this.#process;
    const bytes = pid === undefined ? undefined : residentBytes(pid);
    if (bytes !== undefined && bytes > this.#residentLimitBytes) {
      void this.end('memory');
    }
  }

  /** Kills it and waits until it is gone. */
  async end(reason: EndReason): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#reason = reason;
      this.#process.kill('SIGKILL');
    }
    await this.#ended;
  }

  /** What it said last, for the log. */
  get lastWords(): string {
    return this.#lastWords.trim();
  }
}
