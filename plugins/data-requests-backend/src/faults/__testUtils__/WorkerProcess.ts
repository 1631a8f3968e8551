import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { WorkerMessage, WorkerOrder } from './workerChild';

/** A worker in a process of its own. */
export class WorkerProcess {
  readonly messages: WorkerMessage[] = [];
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();
  readonly #closed: Promise<unknown[]>;
  #said = '';

  constructor(order: WorkerOrder) {
    this.#child = fork(require.resolve('./workerChild'), {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#closed = once(this.#child, 'close');
    this.#child.stderr?.on('data', data => {
      this.#said += data;
    });
    this.#child.on('message', message => {
      // The loader of TypeScript sends messages of its own.
      if (typeof message === 'object' && message && 'said' in message) {
        this.messages.push(message as WorkerMessage);
        this.#listeners.forEach(listener => listener());
      }
    });
    this.#child.send(order);
  }

  /** Ends once enough of what it said fits. */
  async until(
    fits: (message: WorkerMessage) => boolean,
    count: number = 1,
  ): Promise<void> {
    const said = new Promise<void>(resolve => {
      const listener = () => {
        if (this.messages.filter(fits).length >= count) {
          this.#listeners.delete(listener);
          resolve();
        }
      };
      this.#listeners.add(listener);
      listener();
    });
    const closed = this.#closed.then(([code, signal]) => {
      throw new Error(`The worker ended with ${code ?? signal}: ${this.#said}`);
    });
    await Promise.race([said, closed]);
  }

  /** Ends once it brought a request to a state. */
  async untilState(id: string, state: RequestState): Promise<void> {
    await this.until(
      message =>
        message.said === 'changed' && message.id === id && message.to === state,
    );
  }

  goOn(): void {
    this.#child.send('go on');
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  /** Lets it end what it is at; it must not have died before. */
  async stop(): Promise<void> {
    this.#child.send('stop');
    await this.until(({ said }) => said === 'stopped');
    const [code] = await this.#closed;
    if (code !== 0) {
      throw new Error(`The worker ended with ${code}: ${this.#said}`);
    }
  }

  /** Messages that its log got. */
  get log(): string[] {
    return this.messages.flatMap(message =>
      message.said === 'logged' ? [message.message] : [],
    );
  }
}
