import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * A plugin's database, with its tables up to date.
 * @param plugin - `packageName` holds its `migrations`; `stores` says in a
 *   word what for
 * @throws an error that names the configuration where the client is not
 *   PostgreSQL
 * @public
 */
export async function openPluginDatabase(
  database: DatabaseService,
  plugin: { id: string; packageName: string; stores: string },
): Promise<Knex> {
  const knex = await database.getClient();
  if (knex.client.dialect !== 'postgresql') {
    throw new Error(
      `The ${plugin.id} plugin stores its ${plugin.stores} in PostgreSQL, but 'backend.database.client' gives it '${knex.client.config.client}'; set 'backend.database.client' (or 'backend.database.plugin.${plugin.id}.client') to 'pg'.`,
    );
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(plugin.packageName, 'migrations'),
    });
  }
  return knex;
}
