import knexFactory, { type Knex } from 'knex';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A database behind a wire that can be cut, as when its server restarts or a
 * network fails.
 */
export class DatabaseProxy {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
  }

  /** In front of the server of a database. */
  static async start(knex: Knex): Promise<DatabaseProxy> {
    const { host, port } = knex.client.config.connection;
    const proxy = new DatabaseProxy({ host, port: Number(port ?? 5432) });
    await proxy.restore();
    return proxy;
  }

  /** How the same database is reached through the wire. */
  connection(knex: Knex): object {
    const { user, password, database } = knex.client.config.connection;
    return { host: '127.0.0.1', port: this.#port, user, password, database };
  }

  /** Another pool on the same database, through the wire. */
  connect(knex: Knex): Knex {
    return knexFactory({
      client: 'pg',
      connection: this.connection(knex),
      log: { warn: () => {} },
    });
  }

  /** Breaks every connection; none is taken until {@link restore}. */
  async cut(): Promise<void> {
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    this.#sockets.forEach(socket => socket.destroy());
    this.#sockets.clear();
    this.#server = undefined;
    await closed;
  }

  async restore(): Promise<void> {
    const server = createServer(near => {
      const far = connect(this.#target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ]) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.#port = typeof address === 'object' && address ? address.port : 0;
    this.#server = server;
  }
}
