import type { MessagePort } from 'node:worker_threads';
import { BATCHES_AHEAD, type WorkerCommand } from './protocol';

/** Sorts what the caller sends into bytes and credits. */
export class Inbox {
  readonly #chunks: (Uint8Array | undefined)[] = [];
  #credits = BATCHES_AHEAD;
  #waiting: (() => void)[] = [];

  constructor(port: MessagePort) {
    port.on('message', (command: WorkerCommand) => {
      if (command.kind === 'credit') {
        this.#credits++;
      } else {
        this.#chunks.push(command.kind === 'chunk' ? command.bytes : undefined);
      }
      const woken = this.#waiting;
      this.#waiting = [];
      woken.forEach(wake => wake());
    });
  }

  async credit(): Promise<void> {
    while (this.#credits === 0) {
      await this.#news();
    }
    this.#credits--;
  }

  async *chunks(pull: () => void): AsyncGenerator<Uint8Array> {
    for (;;) {
      pull();
      while (this.#chunks.length === 0) {
        await this.#news();
      }
      const chunk = this.#chunks.shift();
      if (!chunk) {
        return;
      }
      yield chunk;
    }
  }

  // Both may wait at once: unpacking reads ahead while a batch waits for its
  // credit. Whoever finds nothing for itself waits again.
  #news(): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push(resolve);
    });
  }
}
