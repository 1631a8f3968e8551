import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { addDatasets } from '../__testUtils__/searchableDatasets';
import { createTestDatabases } from '../__testUtils__/testDatabases';

const directory = resolvePackagePath(
  '@suido/backstage-plugin-data-catalog-backend',
  'migrations',
);
const NAME = '20261121200000_search.js';
const { databases, describeEach } = createTestDatabases();

async function tables(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw(`
    select tablename as name from pg_tables
     where schemaname = current_schema() and tablename like 'search%'
     order by 1`);
  return rows.map((row: { name: string }) => row.name);
}

describeEach('20261121200000_search', databaseId => {
  it('goes up, keeps its promises, goes down, and up again', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    const all = [
      'search_column_texts',
      'search_columns',
      'search_documents',
      'search_words',
    ];
    expect(await tables(knex)).toEqual(all);

    await addDatasets(knex, [{ name: 'a.b' }]);
    const document = { kind: 'dataset', name_length: 1, words: '' };
    for (const wrong of [
      document,
      { ...document, kind: 'dashboard', dataset_id: 1 },
      { ...document, dataset_id: 1, asset_id: 1 },
    ]) {
      await expect(
        knex('search_documents').insert(wrong),
      ).rejects.toMatchObject({ constraint: 'search_documents_subject_ck' });
    }
    await knex('datasets').delete();
    expect(await knex('search_documents').pluck('id')).toEqual([]);

    await knex.migrate.down({ directory, name: NAME });
    expect(await tables(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tables(knex)).toEqual(all);
  });
});
