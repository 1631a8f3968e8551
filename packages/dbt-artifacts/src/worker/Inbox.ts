import type { MessagePort } from 'node:worker_threads';
import { BATCHES_AHEAD, type WorkerCommand } from './protocol';

/** Sorts what the caller sends into bytes and credits. */
export class Inbox {
  readonly #chunks: (Uint8Array | undefined)[] = [];
  #credits = BATCHES_AHEAD;
  #wake: () => void = () => {};

  constructor(port: MessagePort) {
    port.on('message', (command: WorkerCommand) => {
      if (command.kind === 'credit') {
        this.#credits++;
      } else {
        this.#chunks.push(command.kind === 'chunk' ? command.bytes : undefined);
      }
      this.#wake();
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

  // Only one of the two waits at a time: a generator that waits for bytes is
  // what `serveArtifact` waits for.
  #news(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }
}
