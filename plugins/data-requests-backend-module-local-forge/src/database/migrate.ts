import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';

export const MIGRATIONS = {
  directory: resolvePackagePath(
    '@suido/backstage-plugin-data-requests-backend-module-local-forge',
    'migrations',
  ),
  // The plugin that owns this database has a migration table of its own.
  tableName: 'knex_migrations_local_forge',
};

/**
 * The database of the data-requests plugin, with the tables of this module.
 * @throws `InputError` on another engine than PostgreSQL
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  const client: unknown = knex.client.config.client;
  if (client !== 'pg') {
    throw new InputError(
      `The local forge stores in PostgreSQL, not in ${client}: set backend.database.client (or backend.database.plugin.data-requests.client) to pg`,
    );
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest(MIGRATIONS);
  }
  return knex;
}
