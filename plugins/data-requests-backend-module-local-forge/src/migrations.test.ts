import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { MIGRATIONS, openDatabase } from './database/migrate';
import { ProposalStore } from './database/ProposalStore';

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
    await knex.migrate.down(MIGRATIONS);
    expect(await tables(knex)).toEqual(['knex_migrations_local_forge']);
    await knex.migrate.latest(MIGRATIONS);
  });

  it('lets the release before write and read on beside this one', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest(MIGRATIONS);
    const store = new ProposalStore(knex);
    const proposal = await store.insert({
      repository: 'data',
      idempotencyKey: 'k',
      branch: 'suido/mart/k',
      baseBranch: 'main',
      title: 'T',
      body: '',
      status: 'open',
      baseSha: 'b',
      headSha: 'h',
      seenBaseSha: 'b',
      written: {},
      authors: [],
    });
    const old = { proposal_id: proposal.id, actor: 'user:default/a' };
    await knex('local_forge_comments').insert({
      ...old,
      body: 'Earlier',
      path: 'a.sql',
      line: 3,
    });
    const [found] = await store.comments(proposal);
    expect(found).toEqual({
      id: expect.any(String),
      actor: 'user:default/a',
      body: 'Earlier',
      anchor: { path: 'a.sql', line: 3 },
      headSha: 'h',
      at: expect.any(String),
    });
    const answer = await store.addComment(proposal.id, {
      actor: 'user:default/b',
      body: 'Yes',
      inReplyTo: found.id,
      headSha: 'h2',
    });
    expect(answer).toMatchObject({ inReplyTo: found.id, headSha: 'h2' });
    await knex.migrate.down(MIGRATIONS);
    expect(await knex('local_forge_comments').count()).toEqual([
      { count: '2' },
    ]);
  });
});

it('refuses another engine, naming the config', async () => {
  const getClient = async () =>
    ({ client: { config: { client: 'better-sqlite3' } } } as unknown as Knex);
  await expect(
    openDatabase(mockServices.database.mock({ getClient })),
  ).rejects.toThrow(/better-sqlite3: set backend\.database\.client/);
});
