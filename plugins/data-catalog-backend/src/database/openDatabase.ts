import type { DatabaseService } from '@backstage/backend-plugin-api';
import { openPluginDatabase } from '@suido/backend-kit';
import type { Knex } from 'knex';

/** The plugin's database, with its tables up to date. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  return openPluginDatabase(database, {
    id: 'data-catalog',
    packageName: '@suido/backstage-plugin-data-catalog-backend',
    stores: 'datasets',
  });
}
