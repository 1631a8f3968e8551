import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where a page ended. */
export interface Position {
  /** Index of the reading whose results are paged. */
  readonly reading: number;
  readonly rank: number;
  readonly kindOrder: number;
  readonly subject: string;
  readonly column: string;
}

const rowId = z.string().regex(/^-?\d{1,19}$/);
const cursorSchema = z.tuple([
  z.string(),
  z.number().int().min(0).max(10),
  z.number().int(),
  z.number().int().min(0).max(3),
  rowId,
  rowId,
]);

/**
 * Names a position for the next call.
 * @param asked - what was asked for; a cursor is good for that alone
 */
export function writeCursor(position: Position, asked: unknown): string {
  const { reading, rank, kindOrder, subject, column } = position;
  return Buffer.from(
    JSON.stringify([
      fingerprint(asked),
      reading,
      rank,
      kindOrder,
      subject,
      column,
    ]),
  ).toString('base64url');
}

/** @throws `InputError` where the cursor is not of a call like this */
export function readCursor(cursor: string, asked: unknown): Position {
  const parsed = cursorSchema.safeParse(parseJson(cursor));
  if (!parsed.success || parsed.data[0] !== fingerprint(asked)) {
    throw new InputError(
      `The cursor '${cursor}' is not one that this search gave; leave 'cursor' out to start from the first result.`,
    );
  }
  const [, reading, rank, kindOrder, subject, column] = parsed.data;
  return { reading, rank, kindOrder, subject, column };
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined; // said by the caller
  }
}

function fingerprint(asked: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(asked))
    .digest('base64url')
    .slice(0, 8);
}
