import type { Knex } from 'knex';

/** How another pool, or another process, reaches the same database. */
export function connectionOf(knex: Knex): object {
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return { host, port, user, password, database };
}
