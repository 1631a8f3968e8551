import type { WorkerCommand } from './protocol';

// Copying this much takes some 20 µs; more at once would be felt
const CHUNK_BYTES = 128 * 1024;

/** Hands bytes to the worker as it asks for them. */
export class ByteSupply {
  readonly #input: AsyncIterator<Uint8Array>;
  readonly #send: (command: WorkerCommand) => void;
  #rest: Uint8Array = new Uint8Array();
  #isWaiting = false;
  #isDone = false;

  constructor(
    input: AsyncIterable<Uint8Array>,
    send: (command: WorkerCommand) => void,
  ) {
    this.#input = input[Symbol.asyncIterator]();
    this.#send = send;
  }

  /** Sends one chunk, or the end. */
  async next(): Promise<void> {
    while (this.#rest.byteLength === 0) {
      this.#isWaiting = true;
      const next = await this.#input.next();
      this.#isWaiting = false;
      if (next.done) {
        this.#isDone = true;
        this.#send({ kind: 'end' });
        return;
      }
      this.#rest = next.value;
    }
    // A copy: `postMessage` takes all the memory behind a view
    const bytes = new Uint8Array(this.#rest.subarray(0, CHUNK_BYTES));
    this.#rest = this.#rest.subarray(CHUNK_BYTES);
    this.#send({ kind: 'chunk', bytes });
  }

  /** Lets the giver of the bytes clean up. */
  async close(): Promise<void> {
    if (this.#isDone) {
      return;
    }
    this.#isDone = true;
    const closed = this.#input.return?.();
    if (this.#isWaiting) {
      // A generator closes only after the bytes it waits for, which may never
      // come; its failure then has nobody left to tell.
      closed?.catch(() => {});
    } else {
      await closed;
    }
  }
}
