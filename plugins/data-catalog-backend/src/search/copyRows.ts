import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** A value of a row; `undefined` is null. */
type Value = string | number | undefined;

const ROWS_PER_CHUNK = 500;

/**
 * Writes rows with `COPY`, within the transaction.
 * @param columns - in the order of each row's values
 */
export async function copyRows(
  transaction: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  const connection: ClientBase = await transaction.client.acquireConnection();
  const { sql } = transaction
    .raw(`copy ?? (${columns.map(() => '??').join(', ')}) from stdin`, [
      table,
      ...columns,
    ])
    .toSQL()
    .toNative();
  await pipeline(Readable.from(chunks(rows)), connection.query(from(sql)));
}

/** Text format of the PostgreSQL manual's COPY. */
function* chunks(rows: Iterable<readonly Value[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.map(escapeValue).join('\t')}\n`);
    if (lines.length === ROWS_PER_CHUNK) {
      yield lines.join('');
      lines = [];
    }
  }
  if (lines.length > 0) {
    yield lines.join('');
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // No text of PostgreSQL can hold it.
  '\u0000': '',
};

function escapeValue(value: Value): string {
  return value === undefined
    ? '\\N'
    : // eslint-disable-next-line no-control-regex -- NUL is what is looked for
      String(value).replace(/[\\\t\n\r\u0000]/g, letter => ESCAPES[letter]);
}

/** An array as PostgreSQL reads it, each value quoted. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values
    .map(value => `"${value.replace(/["\\]/g, '\\$&')}"`)
    .join(',')}}`;
}
