import { Client, type QueryResultRow } from 'pg';
import { databaseError } from './databaseError';
import type { DatabaseConfig } from './readDatabaseConfigs';

const CONNECT_TIMEOUT_MS = 15_000;
/** Metadata can wait for the next reading; a migration cannot wait for us. */
const LOCK_TIMEOUT_MS = 5_000;

/** Asks one set-based question. */
export type Query = <R extends QueryResultRow>(
  sql: string,
  values?: unknown[],
) => Promise<R[]>;

/** Which server and database are meant; nothing secret. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

/**
 * A connection that cannot write.
 *
 * @remarks
 * It says so twice: for the whole session, and in each transaction, because a
 * pooler in between may not pass the session's settings on. `search_path` is
 * empty but for the system, so types and views come with their schemas.
 */
export class DatabaseSession {
  static async open(
    config: DatabaseConfig,
    signal: AbortSignal,
  ): Promise<DatabaseSession> {
    signal.throwIfAborted();
    const session = new DatabaseSession(clientOf(config), config, signal);
    await session.#attempt(() => session.#client.connect());
    return session;
  }

  /** Where a configuration points, without going there. */
  static addressOf(config: DatabaseConfig): DatabaseAddress {
    const { host, port, database = '' } = clientOf(config);
    return { host, port, database };
  }

  readonly #client: Client;
  readonly #config: DatabaseConfig;
  readonly #signal: AbortSignal;
  readonly #stop: () => void;

  private constructor(
    client: Client,
    config: DatabaseConfig,
    signal: AbortSignal,
  ) {
    this.#client = client;
    this.#config = config;
    this.#signal = signal;
    this.#stop = () => void this.close();
    signal.addEventListener('abort', this.#stop, { once: true });
    // A server that goes away while nothing is asked is told by the next
    // question; without a listener it would end the process.
    client.on('error', () => undefined);
  }

  /** Runs `use` on one state of the database. */
  async read<T>(use: (query: Query) => Promise<T>): Promise<T> {
    const query: Query = (sql, values) =>
      this.#attempt(async () => (await this.#client.query(sql, values)).rows);
    await query('begin isolation level repeatable read, read only');
    const result = await use(query);
    await query('commit');
    return result;
  }

  /** Ends the connection, and with it what runs on it. */
  async close(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#stop);
    await this.#client.end().catch(() => undefined);
  }

  async #attempt<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      this.#signal.throwIfAborted();
      await this.close();
      const { host, port, database = '', password } = this.#client;
      throw databaseError(error, {
        sourceId: this.#config.id,
        address: { host, port, database },
        secrets: [this.#config.connection.connectionString, password],
      });
    }
  }
}

function clientOf({ connection, statementTimeoutMs }: DatabaseConfig): Client {
  return new Client({
    ...connection,
    application_name: 'suido data catalog',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    options: '-c default_transaction_read_only=on -c search_path=pg_catalog',
  });
}
