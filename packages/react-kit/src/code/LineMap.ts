import { Chunk } from '@codemirror/merge';
import { Text } from '@codemirror/state';

/** Changed lines: `to` is the first line after them. */
interface LineChunk {
  readonly fromBefore: number;
  readonly toBefore: number;
  readonly fromAfter: number;
  readonly toAfter: number;
}

/** Which lines of two versions of a file are the same. */
export class LineMap {
  readonly #chunks: readonly LineChunk[];
  readonly #lineCountBefore: number;

  constructor(before: string, after: string) {
    const a = Text.of(before.split('\n'));
    const b = Text.of(after.split('\n'));
    this.#lineCountBefore = a.lines;
    this.#chunks = Chunk.build(a, b).map(chunk => ({
      fromBefore: lineAt(a, chunk.fromA),
      toBefore: lineAt(a, chunk.toA),
      fromAfter: lineAt(b, chunk.fromB),
      toAfter: lineAt(b, chunk.toB),
    }));
  }

  /** The line's number afterwards; `undefined` where it changed or is gone. */
  follow(line: number): number | undefined {
    if (line < 1 || line > this.#lineCountBefore) {
      return undefined;
    }
    let shift = 0;
    for (const { fromBefore, toBefore, toAfter } of this.#chunks) {
      if (line < fromBefore) {
        break;
      }
      if (line < toBefore) {
        return undefined;
      }
      shift = toAfter - toBefore;
    }
    return line + shift;
  }

  /** The line's number before; `undefined` where it is new or changed. */
  trace(line: number): number | undefined {
    let shift = 0;
    for (const { fromAfter, toAfter, toBefore } of this.#chunks) {
      if (line < fromAfter) {
        break;
      }
      if (line < toAfter) {
        return undefined;
      }
      shift = toBefore - toAfter;
    }
    return line + shift;
  }

  /** Whether a line afterwards is changed, or within `margin` lines of a change. */
  isNearChange(line: number, margin: number): boolean {
    return this.#chunks.some(
      ({ fromAfter, toAfter }) =>
        line >= fromAfter - margin && line < Math.max(toAfter, 1) + margin,
    );
  }
}

/** The line that begins at a position; one past the last where it ends the text. */
function lineAt(text: Text, position: number): number {
  return position > text.length ? text.lines + 1 : text.lineAt(position).number;
}
