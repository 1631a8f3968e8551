import type { Slice } from './JsonSlicer';

const NEWLINE = 0x0a;

/**
 * Cuts JSON Lines at its line ends, so that a broken line breaks only itself.
 * Empty lines are passed over.
 */
export class LineSlicer {
  readonly #handler: { slice(slice: Slice): void };
  readonly #recordBytes: number;
  #parts: Buffer[] = [];
  #lineBytes = 0;
  #index = 0;

  constructor(
    handler: { slice(slice: Slice): void },
    limits: { readonly recordBytes: number },
  ) {
    this.#handler = handler;
    this.#recordBytes = limits.recordBytes;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      this.#take(chunk.subarray(start, end));
      this.#finish();
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
  }

  end(): void {
    this.#finish();
  }

  #take(bytes: Buffer): void {
    this.#lineBytes += bytes.length;
    if (this.#lineBytes > this.#recordBytes) {
      this.#parts = [];
    } else {
      this.#parts.push(Buffer.from(bytes));
    }
  }

  #finish(): void {
    const exceeds = this.#lineBytes > this.#recordBytes;
    const bytes = Buffer.concat(this.#parts);
    if (exceeds || bytes.some(byte => byte > 0x20)) {
      this.#handler.slice({
        section: undefined,
        key: undefined,
        index: this.#index++,
        isWhole: false,
        bytes,
        keyCount: undefined,
        exceeds: exceeds ? 'bytes' : undefined,
      });
    }
    this.#parts = [];
    this.#lineBytes = 0;
  }
}
