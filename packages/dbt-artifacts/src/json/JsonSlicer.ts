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
import { ValueCutter, type ValueShape } from './ValueCutter';

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
  key: string | undefined;
  index: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const NEWLINE = 0x0a;

const KEY_LIMITS = { bytes: 64 * 1024, depth: 0 };

/** See the comment at the top of this file. */
export class JsonSlicer {
  readonly #handler: SliceHandler;
  readonly #limits: { readonly bytes: number; readonly depth: number };
  readonly #frames: Frame[] = [];
  readonly #sections = new Set<string>();
  readonly #cutter = new ValueCutter();
  #state: 'between' | 'key' | 'value' | 'marker' = 'between';
  #isWanted = false;
  #hasRoot = false;
  #offset = 0;
  #last: Buffer = Buffer.alloc(0);

  constructor(
    handler: SliceHandler,
    limits: { readonly recordBytes: number; readonly depth: number },
  ) {
    this.#handler = handler;
    this.#limits = { bytes: limits.recordBytes, depth: limits.depth };
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
      const last = Buffer.concat([this.#last, this.#cutter.bytes]);
      if (hasConflictMarkers(last.toString('utf8'))) {
        throw new ArtifactError('git-conflict');
      }
      throw new ArtifactError('truncated', { offset: this.#offset });
    }
  }

  #step(chunk: Buffer, position: number): number {
    if (this.#state === 'between') {
      return this.#readBetween(chunk, position);
    }
    if (this.#state === 'marker') {
      const lineEnd = chunk.indexOf(NEWLINE, position);
      this.#state = lineEnd < 0 ? 'marker' : 'between';
      return lineEnd < 0 ? chunk.length : lineEnd + 1;
    }
    const next = this.#cutter.read(chunk, position);
    if (this.#cutter.isDone) {
      if (this.#state === 'key') {
        this.#finishKey();
      } else {
        this.#finishValue();
      }
      this.#state = 'between';
    }
    return next;
  }

  #readBetween(chunk: Buffer, position: number): number {
    const byte = chunk[position];
    if (byte <= 0x20 || byte === COMMA || byte === COLON) {
      return position + 1;
    }
    const frame = this.#frames.at(-1);
    if (conflictMarkerAt(chunk, position)) {
      if (!frame) {
        throw new ArtifactError('git-conflict');
      }
      this.#handler.conflictMarker(frame.section);
      this.#state = 'marker';
      return position;
    }
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
      this.#cutter.begin('string', KEY_LIMITS);
      this.#state = 'key';
      return position;
    }
    return this.#openValue(frame, byte, position);
  }

  #openRoot(byte: number, position: number): number {
    if (this.#hasRoot || !isOpening(byte)) {
      throw this.#notJson(position);
    }
    this.#hasRoot = true;
    this.#openFrame(byte, undefined);
    return position + 1;
  }

  #openFrame(byte: number, section: string | undefined): void {
    this.#frames.push({
      isObject: byte === OPEN_OBJECT,
      section,
      key: undefined,
      index: 0,
    });
  }

  #openValue(frame: Frame, byte: number, position: number): number {
    const isSection = this.#isRootObject(frame);
    const plan = isSection ? this.#planOf(frame.key ?? '') : 'records';
    if (isSection && plan === 'records' && isOpening(byte)) {
      const { key } = frame;
      frame.key = undefined;
      this.#openFrame(byte, key);
      return position + 1;
    }
    this.#isWanted = plan !== 'skip';
    this.#cutter.begin(
      shapeOf(byte),
      this.#isWanted ? this.#limits : undefined,
    );
    this.#state = 'value';
    return position;
  }

  #planOf(section: string): SectionPlan {
    if (this.#sections.has(section)) {
      this.#handler.repeatedSection(section);
    }
    this.#sections.add(section);
    return this.#handler.plan(section);
  }

  #finishKey(): void {
    this.#currentFrame().key = parseKey(this.#cutter.bytes);
  }

  #finishValue(): void {
    const frame = this.#currentFrame();
    const isWhole = this.#isRootObject(frame);
    if (this.#isWanted) {
      this.#last = this.#cutter.bytes;
      this.#handler.slice({
        section: isWhole ? frame.key : frame.section,
        key: isWhole ? undefined : frame.key,
        index: frame.index,
        isWhole,
        bytes: this.#last,
        keyCount: this.#cutter.keyCount,
        exceeds: this.#cutter.exceeds,
      });
    }
    frame.key = undefined;
    frame.index++;
  }

  #currentFrame(): Frame {
    return this.#frames[this.#frames.length - 1];
  }

  #isRootObject(frame: Frame): boolean {
    return this.#frames.length === 1 && frame.isObject;
  }

  #notJson(position: number): ArtifactError {
    return new ArtifactError('not-json', { offset: this.#offset + position });
  }
}

function isOpening(byte: number): boolean {
  return byte === OPEN_OBJECT || byte === OPEN_ARRAY;
}

function shapeOf(byte: number): ValueShape {
  if (byte === QUOTE) {
    return 'string';
  }
  return isOpening(byte) ? 'container' : 'bare';
}

function parseKey(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  try {
    return String(JSON.parse(text));
  } catch {
    // The key names a place in the report; how it was written will do
    return text.slice(1, -1);
  }
}
