import type { MessagePort } from 'node:worker_threads';
import { ArtifactError } from '../ArtifactError';
import { readArtifact } from '../readArtifact';
import {
  BATCHES_AHEAD,
  type WorkerCommand,
  type WorkerMessage,
  type WorkerOrder,
} from './protocol';

/** The worker's side: reads one file and tells of it until it is done. */
export async function serveArtifact(
  port: MessagePort,
  order: WorkerOrder,
): Promise<void> {
  const send = (message: WorkerMessage) => port.postMessage(message);
  const inbox = new Inbox(port);
  try {
    const input = order.path ?? inbox.chunks(() => send({ kind: 'pull' }));
    const reading = readArtifact(input, order);
    let next = await reading.next();
    while (!next.done) {
      await inbox.credit();
      send({ kind: 'batch', batch: next.value });
      next = await reading.next();
    }
    send({ kind: 'report', report: next.value });
  } catch (error) {
    send(
      error instanceof ArtifactError
        ? { kind: 'failed', code: error.code, values: error.values }
        : { kind: 'broken', message: String(error) },
    );
  } finally {
    port.close();
  }
}

/** Sorts what the caller sends into bytes and credits. */
class Inbox {
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
