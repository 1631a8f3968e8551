import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { MIGRATIONS, openDatabase } from './database/migrate';

const { databases, describeEach } = createTestDatabases();

async function tables(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw(
    `select tablename from pg_tables
      where schemaname = current_schema() and tablename not like '%_lock'
      order by 1`,
  );
  return rows.map((row: { tablename: string }) => row.tablename);
}

describeEach('migrations', id => {
  it('go up and down beside those of the plugin', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest(MIGRATIONS);
    expect(await tables(knex)).toEqual([
      'knex_migrations_local_forge',
      'local_forge_comments',
      'local_forge_proposals',
      'local_forge_reviews',
    ]);
    await knex.migrate.down(MIGRATIONS);
    expect(await tables(knex)).toEqual(['knex_migrations_local_forge']);
    await knex.migrate.latest(MIGRATIONS);
  });
});

it('refuses another engine, naming the config', async () => {
  const getClient = async () =>
    ({ client: { config: { client: 'better-sqlite3' } } } as unknown as Knex);
  await expect(
    openDatabase(mockServices.database.mock({ getClient })),
  ).rejects.toThrow(/better-sqlite3: set backend\.database\.client/);
});
