import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';

const directory = resolvePackagePath(
  '@suido/backstage-plugin-data-catalog-backend',
  'migrations',
);
const { databases, describeEach } = createTestDatabases();

async function columnsOf(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw(`
    select table_name || '.' || column_name as name
      from information_schema.columns
     where table_schema = current_schema() and table_name not like 'knex%'
     order by 1`);
  return rows.map(({ name }: { name: string }) => name);
}

describeEach('migrations', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });

  it('20261121180000_init goes up, keeps its promises, and goes down', async () => {
    await knex.migrate.up({ directory });
    await expect(
      knex('catalog_state').insert({ only: false }),
    ).rejects.toMatchObject({
      code: '23514',
    });
    await expect(
      knex('catalog_state').insert({ only: true }),
    ).rejects.toMatchObject({
      code: '23505',
    });
    await knex('sources').insert({ id: 'a', kind: 'dbt', title: 'A' });
    const run = (id: string, state: string) =>
      knex('source_runs').insert({ id, source_id: 'a', state });
    await run('1', 'running');
    await expect(run('2', 'running')).rejects.toMatchObject({
      constraint: 'source_runs_running_uq',
    });
    await expect(run('3', 'lost')).rejects.toMatchObject({ code: '23514' });
    await run('4', 'held');

    const dataset = { namespace: 'n', name: 'a', key: 'a-1', short_name: 'a' };
    const [{ id }] = await knex('datasets').insert(dataset).returning('id');
    await expect(
      knex('datasets').insert({ ...dataset, key: 'other' }),
    ).rejects.toMatchObject({ constraint: 'datasets_identity_uq' });
    await expect(
      knex('datasets').insert({ ...dataset, key: 'b', name: 'b', tier: 5 }),
    ).rejects.toMatchObject({ constraint: 'datasets_tier_ck' });
    await knex('dataset_changes').insert({
      dataset_id: id,
      revision: 1,
      type: 'dataset-added',
      source: 'a',
    });
    await knex('datasets').where({ id }).delete();
    expect(await knex('dataset_changes')).toEqual([]);

    await knex.migrate.down({ directory });
    expect(await columnsOf(knex)).toEqual([]);
  });

  it('20261121190000_ingestion adds to what is there, and takes it back', async () => {
    await knex.migrate.up({ directory });
    const before = await columnsOf(knex);
    await knex('sources').insert({ id: 'a', kind: 'dbt', title: 'A' });
    await knex('source_runs').insert({
      id: '1',
      source_id: 'a',
      state: 'held',
    });
    await knex.migrate.up({ directory });
    expect(await knex('source_runs').first()).toMatchObject({
      reader: null,
      staged: '0',
      staged_at: null,
      is_released: false,
    });
    expect(
      (await columnsOf(knex)).filter(name => !before.includes(name)),
    ).toEqual([
      'datasets.columns_tier',
      'datasets.inherited_tier',
      'datasets.own_tier',
      'source_runs.is_released',
      'source_runs.reader',
      'source_runs.staged',
      'source_runs.staged_at',
    ]);
    await knex.migrate.down({ directory });
    expect(await columnsOf(knex)).toEqual(before);
    expect(await knex('source_runs').pluck('id')).toEqual(['1']);
  });
});
