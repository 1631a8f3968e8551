import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type {
  PreviewResult,
  PreviewStatement,
  PreviewTable,
} from './PreviewRunner';
import { sampleValue } from './sampleValues';

type DuckDb = typeof import('@duckdb/node-api');

/** Rows that DuckDB takes at once. */
const CHUNK_ROWS = 2_048;

/**
 * A DuckDB in memory that reaches nothing outside of itself: no files, no
 * network, no extensions, and no way to change that.
 */
export class LockedDatabase {
  readonly #duckdb: DuckDb;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  #interrupted = false;

  private constructor(
    duckdb: DuckDb,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
  ) {
    this.#duckdb = duckdb;
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(options: { memoryLimit: string }): Promise<LockedDatabase> {
    // Loaded here, because the backend imports this module and needs no DuckDB
    const duckdb = await import('@duckdb/node-api');
    const instance = await duckdb.DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const setting of [
      'autoinstall_known_extensions = false',
      'autoload_known_extensions = false',
      'allow_community_extensions = false',
      `memory_limit = '${options.memoryLimit}'`,
      'threads = 1',
      // What does not fit into memory is refused, never put on a disk
      "temp_directory = ''",
      'enable_external_access = false',
      // Last: from here on nothing can be set any more
      'lock_configuration = true',
    ]) {
      await connection.run(`set ${setting}`);
    }
    return new LockedDatabase(duckdb, instance, connection);
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  /** Stops the statement that runs now, and those after it. */
  interrupt(): void {
    this.#interrupted = true;
    this.#connection.interrupt();
  }

  async drop(name: string): Promise<void> {
    await this.#connection.run(`drop table if exists ${quoted(name)}`);
  }

  /** Values arrive as text and are cast; one that does not fit becomes null. */
  async load({ name, columns, rowCount }: PreviewTable): Promise<void> {
    const typed = columns.map(
      column =>
        `try_cast(${quoted(column.name)} as ${column.type}) as ${quoted(
          column.name,
        )}`,
    );
    const incoming = quoted(`${name} incoming`);
    const texts = columns.map(column => `${quoted(column.name)} varchar`);
    await this.#connection.run(
      `create or replace temp table ${incoming} (${texts.join(', ')})`,
    );
    await this.#append(`${name} incoming`, columns, rowCount);
    await this.#connection.run(
      `create or replace temp table ${quoted(name)} as
       select ${typed.join(', ')} from ${incoming}`,
    );
    await this.#connection.run(`drop table ${incoming}`);
  }

  async #append(
    name: string,
    columns: PreviewTable['columns'],
    rowCount: number,
  ): Promise<void> {
    const { DuckDBDataChunk, VARCHAR } = this.#duckdb;
    const appender = await this.#connection.createAppender(
      name,
      'main',
      'temp',
    );
    for (let start = 0; start < rowCount; start += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(columns.map(() => VARCHAR));
      chunk.setColumns(
        columns.map(({ values }) =>
          values
            .slice(start, Math.min(start + CHUNK_ROWS, rowCount))
            .map(value => (value === null ? null : String(value))),
        ),
      );
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /** Runs the statements in order; what they kept is gone afterwards. */
  async run(
    statements: readonly PreviewStatement[],
  ): Promise<readonly PreviewResult[]> {
    this.#interrupted = false;
    const results: PreviewResult[] = [];
    try {
      for (const statement of statements) {
        results.push(await this.#runOne(statement));
      }
    } finally {
      for (const { keepAs } of statements) {
        if (keepAs !== undefined) {
          await this.drop(keepAs);
        }
      }
    }
    return results;
  }

  async #runOne(statement: PreviewStatement): Promise<PreviewResult> {
    const { id, sql, maxRows, keepAs } = statement;
    if (this.#interrupted) {
      return stopped(id);
    }
    try {
      const refusal = await this.#refusalOf(sql);
      if (refusal !== undefined) {
        return { id, status: 'failed', reason: 'refused', message: refusal };
      }
      if (keepAs !== undefined) {
        await this.#connection.run(
          `create temp table ${quoted(keepAs)} as\n${sql}`,
        );
      }
      return await this.#read(
        id,
        keepAs === undefined ? sql : `select * from ${quoted(keepAs)}`,
        maxRows,
      );
    } catch (error) {
      if (this.#interrupted) {
        return stopped(id);
      }
      const message = error instanceof Error ? error.message : String(error);
      return {
        id,
        status: 'failed',
        reason: /^Out of Memory|failed to allocate|bad_alloc/i.test(message)
          ? 'memory'
          : 'query',
        message,
      };
    }
  }

  /** Nothing but one `select` is run, so a statement leaves no trace. */
  async #refusalOf(sql: string): Promise<string | undefined> {
    const { StatementType } = this.#duckdb;
    const statements = await this.#connection.extractStatements(sql);
    if (statements.count !== 1) {
      return `One statement is run at a time; these are ${statements.count}`;
    }
    const prepared = await statements.prepare(0);
    const { statementType } = prepared;
    prepared.destroySync();
    return statementType === StatementType.SELECT
      ? undefined
      : `Only a select is run; this is ${StatementType[statementType]}`;
  }

  async #read(
    id: string,
    sql: string,
    maxRows: number,
  ): Promise<PreviewResult> {
    const reader = await this.#connection.streamAndReadUntil(sql, maxRows + 1);
    const types = reader.columnTypes().map(String);
    const rows = reader
      .getRowsJson()
      .slice(0, maxRows)
      .map(row => row.map((value, index) => sampleValue(value, types[index])));
    return {
      id,
      status: 'ok',
      columns: reader.columnNames(),
      rows,
      truncated: reader.currentRowCount > maxRows,
    };
  }
}

function stopped(id: string): PreviewResult {
  return {
    id,
    status: 'failed',
    reason: 'time',
    message: 'Stopped before it was done',
  };
}

function quoted(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}
