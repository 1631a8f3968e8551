import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * The plugin's database, with its tables up to date.
 * @throws an error that names the configuration where the client is not
 *   PostgreSQL
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (knex.client.dialect !== 'postgresql') {
    throw new Error(
      `The data-requests plugin stores its requests in PostgreSQL, but 'backend.database.client' gives it '${knex.client.config.client}'; set 'backend.database.client' (or 'backend.database.plugin.data-requests.client') to 'pg'.`,
    );
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@suido/backstage-plugin-data-requests-backend',
        'migrations',
      ),
    });
  }
  return knex;
}
