import type { Knex } from 'knex';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Characters that are gathered before they go to the socket. */
const CHUNK_LENGTH_CHARS = 64 * 1_024;

/** What a field of a row may be. `undefined` is NULL. */
export type CopyField = string | number | boolean | undefined;

interface CopyConnection {
  query(stream: CopyStreamQuery): CopyStreamQuery;
}

/**
 * Writes rows with `COPY`, in the transaction.
 * @param target - table and columns: `staged_records (run_id, kind)`
 */
export async function copyRows(
  transaction: Knex.Transaction,
  target: string,
  rows: Iterable<readonly CopyField[]>,
): Promise<void> {
  // Inside a transaction knex hands out the connection of that transaction.
  const connection: CopyConnection =
    await transaction.client.acquireConnection();
  const stream = connection.query(from(`copy ${target} from stdin`));
  await pipeline(Readable.from(chunks(rows)), stream);
}

function* chunks(rows: Iterable<readonly CopyField[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(copyText).join('\t')}\n`;
    if (chunk.length >= CHUNK_LENGTH_CHARS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') {
    yield chunk;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  // No text of PostgreSQL can hold it.
  '\u0000': '',
};

/** The text format of `COPY` (PostgreSQL manual, COPY, File Formats). */
function copyText(field: CopyField): string {
  return field === undefined
    ? '\\N'
    : // eslint-disable-next-line no-control-regex -- NUL is what is looked for
      String(field).replace(/[\\\n\r\t\u0000]/g, special => ESCAPES[special]);
}

/** A bytea as `COPY` and casts read it. */
export function byteaText(hex: string): string {
  return `\\x${hex}`;
}

/** An array as PostgreSQL reads it, each value quoted. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values
    .map(value => `"${value.replace(/["\\]/g, '\\$&')}"`)
    .join(',')}}`;
}
