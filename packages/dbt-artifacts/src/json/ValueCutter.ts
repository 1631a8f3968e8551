const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** How the end of a value is found. */
export type ValueShape = 'string' | 'container' | 'bare';

/** What may be kept of one value. */
export interface ValueLimits {
  readonly bytes: number;
  readonly depth: number;
}

const NOTHING: ValueLimits = { bytes: 0, depth: 0 };

/**
 * Reads one JSON value from its first byte to its last, over any number of
 * chunks, and keeps a copy of its bytes.
 */
export class ValueCutter {
  #shape: ValueShape = 'bare';
  #limits = NOTHING;
  #isKept = false;
  #isDone = true;
  #isEscaped = false;
  #isInString = false;
  #depth = 0;
  #keyCount = 0;
  #exceeds: 'bytes' | 'depth' | undefined;
  #parts: Buffer[] = [];
  #keptBytes = 0;

  /** Starts anew; without limits the value is passed over, not kept. */
  begin(shape: ValueShape, limits: ValueLimits | undefined): void {
    this.#shape = shape;
    this.#limits = limits ?? NOTHING;
    this.#isKept = limits !== undefined;
    this.#isDone = false;
    this.#isEscaped = false;
    this.#isInString = false;
    this.#depth = 0;
    this.#keyCount = 0;
    this.#exceeds = undefined;
    this.#parts = [];
    this.#keptBytes = 0;
  }

  /** The last byte of the value was read. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Colons outside of strings: as many as keys were written. */
  get keyCount(): number {
    return this.#keyCount;
  }

  /** The limit that was passed; nothing is kept then. */
  get exceeds(): 'bytes' | 'depth' | undefined {
    return this.#exceeds;
  }

  /** What was kept until now. */
  get bytes(): Buffer {
    return this.#parts.length === 1
      ? this.#parts[0]
      : Buffer.concat(this.#parts);
  }

  /** @returns where reading goes on: after the value, or at the chunk's end */
  read(chunk: Buffer, start: number): number {
    const end = this.#endIn(chunk, start);
    this.#keep(chunk.subarray(start, end));
    return end;
  }

  #endIn(chunk: Buffer, start: number): number {
    switch (this.#shape) {
      case 'string':
        return this.#endOfString(chunk, start);
      case 'container':
        return this.#endOfContainer(chunk, start);
      default:
        return this.#endOfBare(chunk, start);
    }
  }

  #endOfString(chunk: Buffer, start: number): number {
    for (let position = start; position < chunk.length; position++) {
      const byte = chunk[position];
      if (this.#isEscaped) {
        this.#isEscaped = false;
      } else if (byte === BACKSLASH) {
        this.#isEscaped = true;
      } else if (byte === QUOTE) {
        // The first quote opens, the second one ends
        this.#isDone = this.#isInString;
        this.#isInString = true;
        if (this.#isDone) {
          return position + 1;
        }
      }
    }
    return chunk.length;
  }

  // The hot loop: every byte of every record passes here.
  #endOfContainer(chunk: Buffer, start: number): number {
    const { length } = chunk;
    let position = start;
    let depth = this.#depth;
    let keyCount = this.#keyCount;
    let isInString = this.#isInString;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      position++;
    }
    while (position < length) {
      const byte = chunk[position++];
      if (isInString) {
        if (byte === QUOTE) {
          isInString = false;
        } else if (byte === BACKSLASH) {
          this.#isEscaped = position === length;
          position++;
        }
      } else if (byte === QUOTE) {
        isInString = true;
      } else if (byte === COLON) {
        keyCount++;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        depth++;
        if (depth > this.#limits.depth) {
          this.#exceed('depth');
        }
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth--;
        if (depth === 0) {
          this.#isDone = true;
          break;
        }
      }
    }
    this.#depth = depth;
    this.#keyCount = keyCount;
    this.#isInString = isInString;
    return Math.min(position, length);
  }

  #endOfBare(chunk: Buffer, start: number): number {
    for (let position = start; position < chunk.length; position++) {
      const byte = chunk[position];
      if (
        byte <= 0x20 ||
        byte === COMMA ||
        byte === CLOSE_OBJECT ||
        byte === CLOSE_ARRAY
      ) {
        this.#isDone = true;
        return position;
      }
    }
    return chunk.length;
  }

  #keep(bytes: Buffer): void {
    if (!this.#isKept) {
      return;
    }
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > this.#limits.bytes) {
      this.#exceed('bytes');
      return;
    }
    // A copy: the stream may reuse its memory for the next chunk
    this.#parts.push(Buffer.from(bytes));
  }

  #exceed(limit: 'bytes' | 'depth'): void {
    if (this.#isKept) {
      this.#exceeds = limit;
      this.#isKept = false;
      this.#parts = [];
    }
  }
}
