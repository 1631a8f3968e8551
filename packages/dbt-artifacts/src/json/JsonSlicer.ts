/*
 * Cuts a large JSON file into its records without ever holding it whole.
 *
 * Bytes come in as they arrive; a small state machine knows only where it
 * stands outside of records (the root, then one section below it) and, inside
 * a value, how deep it is and whether it is in a string. A record leaves as
 * its own bytes, which the caller gives to `JSON.parse`: V8's parser is many
 * times faster than any tokenizer in JavaScript, and what one record breaks
 * stays inside that record. UTF-8 needs no decoding here, because every byte
 * that matters is ASCII and none of them occurs inside a longer sequence.
 *
 * Commas and colons outside of records are passed over, not checked.
 */
import { ArtifactError } from '../ArtifactError';
import { conflictMarkerAt, hasConflictMarkers } from './conflictMarkers';

/** What becomes of the value below one key of the root. */
export type SectionPlan = 'records' | 'value' | 'skip';

/** One value that was cut out. */
export interface Slice {
  /** Key of the root; `undefined` in files whose root is an array. */
  readonly section: string | undefined;
  /** Key within the section; `undefined` for elements and whole values. */
  readonly key: string | undefined;
  /** Position within the section, from 0. */
  readonly index: number;
  /** It is all of its section: no records, or planned as `value`. */
  readonly isWhole: boolean;
  /** Empty when `exceeds` says that a limit was passed. */
  readonly bytes: Buffer;
  /** Colons outside of strings, as many as keys; where they are counted. */
  readonly keyCount: number | undefined;
  readonly exceeds: 'bytes' | 'depth' | undefined;
}

/** Who gets the slices. */
export interface SliceHandler {
  plan(section: string): SectionPlan;
  slice(slice: Slice): void;
  /** The same key stands twice at the root. */
  repeatedSection(section: string): void;
  /** A line of an unresolved merge between records; it is passed over. */
  conflictMarker(section: string | undefined): void;
}

interface Frame {
  readonly isObject: boolean;
  readonly section: string | undefined;
  readonly plan: SectionPlan;
  key: string | undefined;
  index: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const NEWLINE = 0x0a;

const KEY_LIMIT_BYTES = 64 * 1024;

type State = 'between' | 'key' | 'string' | 'container' | 'bare' | 'marker';

/** See the comment at the top of this file. */
export class JsonSlicer {
  readonly #handler: SliceHandler;
  readonly #recordBytes: number;
  readonly #depthLimit: number;
  readonly #frames: Frame[] = [];
  readonly #sections = new Set<string>();
  #state: State = 'between';
  #isEscaped = false;
  #isInString = false;
  #hasRoot = false;
  #offset = 0;
  // Of the value that is being read
  #depth = 0;
  #keyCount = 0;
  #isKept = false;
  #exceeds: 'bytes' | 'depth' | undefined;
  #parts: Buffer[] = [];
  #partBytes = 0;
  #last: Buffer = Buffer.alloc(0);

  constructor(
    handler: SliceHandler,
    limits: { readonly recordBytes: number; readonly depth: number },
  ) {
    this.#handler = handler;
    this.#recordBytes = limits.recordBytes;
    this.#depthLimit = limits.depth;
  }

  /** @throws ArtifactError where the text outside of records is not JSON */
  push(chunk: Buffer): void {
    let position = 0;
    while (position < chunk.length) {
      position = this.#step(chunk, position);
    }
    this.#offset += chunk.length;
  }

  /** @throws ArtifactError when the file ended early */
  end(): void {
    if (!this.#hasRoot) {
      throw new ArtifactError('empty');
    }
    if (this.#frames.length > 0) {
      // Two sides of a merge seldom leave the brackets even
      const last = Buffer.concat([this.#last, ...this.#parts]);
      if (hasConflictMarkers(last.toString('utf8'))) {
        throw new ArtifactError('git-conflict');
      }
      throw new ArtifactError('truncated', { offset: this.#offset });
    }
  }

  #step(chunk: Buffer, position: number): number {
    switch (this.#state) {
      case 'key':
      case 'string':
        return this.#readString(chunk, position);
      case 'container':
        return this.#readContainer(chunk, position);
      case 'bare':
        return this.#readBare(chunk, position);
      case 'marker': {
        const end = chunk.indexOf(NEWLINE, position);
        if (end < 0) {
          return chunk.length;
        }
        this.#state = 'between';
        return end + 1;
      }
      default:
        return this.#readBetween(chunk, position);
    }
  }

  #readBetween(chunk: Buffer, position: number): number {
    const byte = chunk[position];
    if (byte <= 0x20 || byte === COMMA || byte === COLON) {
      return position + 1;
    }
    if (conflictMarkerAt(chunk, position)) {
      return this.#passMarker(position);
    }
    const frame = this.#frames.at(-1);
    if (!frame) {
      return this.#openRoot(byte, position);
    }
    if (byte === (frame.isObject ? CLOSE_OBJECT : CLOSE_ARRAY)) {
      this.#frames.pop();
      return position + 1;
    }
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      throw this.#notJson(position);
    }
    if (frame.isObject && frame.key === undefined) {
      if (byte !== QUOTE) {
        throw this.#notJson(position);
      }
      this.#begin('key', true);
      return position + 1;
    }
    return this.#openValue(frame, byte, position);
  }

  #passMarker(position: number): number {
    const frame = this.#frames.at(-1);
    if (!frame) {
      throw new ArtifactError('git-conflict');
    }
    this.#handler.conflictMarker(frame.section);
    this.#state = 'marker';
    return position;
  }

  #openRoot(byte: number, position: number): number {
    if (this.#hasRoot || (byte !== OPEN_OBJECT && byte !== OPEN_ARRAY)) {
      throw this.#notJson(position);
    }
    this.#hasRoot = true;
    this.#frames.push({
      isObject: byte === OPEN_OBJECT,
      section: undefined,
      plan: 'records',
      key: undefined,
      index: 0,
    });
    return position + 1;
  }

  #openValue(frame: Frame, byte: number, position: number): number {
    const isRoot = this.#frames.length === 1;
    const isSection = isRoot && frame.isObject;
    const plan = isSection ? this.#planOf(frame.key ?? '') : frame.plan;
    if (
      isSection &&
      plan === 'records' &&
      (byte === OPEN_OBJECT || byte === OPEN_ARRAY)
    ) {
      this.#frames.push({
        isObject: byte === OPEN_OBJECT,
        section: frame.key,
        plan,
        key: undefined,
        index: 0,
      });
      frame.key = undefined;
      return position + 1;
    }
    const isContainer = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
    const scalar = byte === QUOTE ? 'string' : 'bare';
    this.#begin(isContainer ? 'container' : scalar, plan !== 'skip');
    if (byte === QUOTE) {
      this.#take(Buffer.of(QUOTE));
      return position + 1;
    }
    return position;
  }

  #planOf(section: string): SectionPlan {
    if (this.#sections.has(section)) {
      this.#handler.repeatedSection(section);
    }
    this.#sections.add(section);
    return this.#handler.plan(section);
  }

  #begin(state: State, isKept: boolean): void {
    this.#state = state;
    this.#isKept = isKept;
    this.#isEscaped = false;
    this.#isInString = false;
    this.#depth = 0;
    this.#keyCount = 0;
    this.#exceeds = undefined;
    this.#parts = [];
    this.#partBytes = 0;
  }

  #readString(chunk: Buffer, start: number): number {
    let position = start;
    while (position < chunk.length) {
      const byte = chunk[position++];
      if (this.#isEscaped) {
        this.#isEscaped = false;
      } else if (byte === BACKSLASH) {
        this.#isEscaped = true;
      } else if (byte === QUOTE) {
        if (this.#state === 'key') {
          this.#take(chunk.subarray(start, position - 1));
          this.#finishKey();
        } else {
          this.#take(chunk.subarray(start, position));
          this.#finishValue();
        }
        return position;
      }
    }
    this.#take(chunk.subarray(start, position));
    return position;
  }

  // The hot loop: every byte of every record passes here.
  #readContainer(chunk: Buffer, start: number): number {
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
          if (position === length) {
            this.#isEscaped = true;
          }
          position++;
        }
      } else if (byte === QUOTE) {
        isInString = true;
      } else if (byte === COLON) {
        keyCount++;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        depth++;
        if (depth > this.#depthLimit) {
          this.#exceed('depth');
        }
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth--;
        if (depth === 0) {
          this.#keyCount = keyCount;
          this.#take(chunk.subarray(start, position));
          this.#finishValue();
          return position;
        }
      }
    }
    this.#depth = depth;
    this.#keyCount = keyCount;
    this.#isInString = isInString;
    this.#take(chunk.subarray(start, length));
    return length;
  }

  #readBare(chunk: Buffer, start: number): number {
    let position = start;
    while (position < chunk.length) {
      const byte = chunk[position];
      if (
        byte <= 0x20 ||
        byte === COMMA ||
        byte === CLOSE_OBJECT ||
        byte === CLOSE_ARRAY
      ) {
        this.#take(chunk.subarray(start, position));
        this.#finishValue();
        return position;
      }
      position++;
    }
    this.#take(chunk.subarray(start, position));
    return position;
  }

  #take(bytes: Buffer): void {
    if (!this.#isKept) {
      return;
    }
    this.#partBytes += bytes.length;
    if (
      this.#partBytes >
      (this.#state === 'key' ? KEY_LIMIT_BYTES : this.#recordBytes)
    ) {
      this.#exceed('bytes');
      return;
    }
    // A copy: the stream may reuse its memory for the next chunk
    this.#parts.push(Buffer.from(bytes));
  }

  #exceed(limit: 'bytes' | 'depth'): void {
    if (!this.#isKept) {
      return;
    }
    this.#exceeds = limit;
    this.#isKept = false;
    this.#parts = [];
  }

  #finishKey(): void {
    const text = Buffer.concat(this.#parts).toString('utf8');
    const frame = this.#frames[this.#frames.length - 1];
    frame.key = unescapeKey(text);
    this.#state = 'between';
  }

  #finishValue(): void {
    const frame = this.#frames[this.#frames.length - 1];
    const isSection = this.#frames.length === 1 && frame.isObject;
    this.#state = 'between';
    if (this.#isKept || this.#exceeds) {
      this.#last =
        this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
      this.#handler.slice({
        section: isSection ? frame.key : frame.section,
        key: isSection ? undefined : frame.key,
        index: frame.index,
        isWhole: isSection,
        bytes: this.#last,
        keyCount: this.#keyCount,
        exceeds: this.#exceeds,
      });
    }
    this.#parts = [];
    frame.key = undefined;
    frame.index++;
  }

  #notJson(position: number): ArtifactError {
    return new ArtifactError('not-json', { offset: this.#offset + position });
  }
}

function unescapeKey(text: string): string {
  if (!text.includes('\\')) {
    return text;
  }
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    // The key names a place in the report; how it was written will do
    return text;
  }
}
