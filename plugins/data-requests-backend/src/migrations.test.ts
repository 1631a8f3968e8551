import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';

const directory = resolvePackagePath(
  '@suido/backstage-plugin-data-requests-backend',
  'migrations',
);
const { databases, describeEach } = createTestDatabases();

async function objects(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw(`
    select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace
       and relkind in ('r', 'S', 'i') and relname not like 'knex%'
    union all
    select proname from pg_proc
     where pronamespace = current_schema()::regnamespace
    order by 1`);
  return rows.map((row: { name: string }) => row.name);
}

function request(id: string, overrides: object = {}) {
  return {
    id,
    kind: 'data-mart',
    target: 'data-platform',
    name: 'fct_a',
    title: 'Add fct_a',
    state: 'checking',
    requester: 'user:default/hanako.sato',
    authors: ['user:default/hanako.sato'],
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 2,
    spec: '{}',
    spec_hash: 'h',
    evaluation: '{}',
    dataset_key: 'fct-a-0123456789',
    dataset_namespace: 'duckdb://demo',
    dataset_name: 'retail.marts.fct_a',
    draft_id: id,
    ...overrides,
  };
}

describeEach('migrations', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });

  it('20261121000000_init goes up, keeps its promises, and goes down', async () => {
    await knex.migrate.up({ directory });
    expect(await objects(knex)).toEqual(
      expect.arrayContaining([
        'drafts',
        'request_number_seq',
        'request_timeline',
        'requests',
        'requests_open_dataset_uq',
        'requests_step_idx',
      ]),
    );

    await knex('requests').insert(request('A'));
    await expect(knex('requests').insert(request('B'))).rejects.toMatchObject({
      code: '23505',
      constraint: 'requests_open_dataset_uq',
    });
    await knex('requests').where({ id: 'A' }).update({ state: 'withdrawn' });
    await knex('requests').insert(request('B'));
    await expect(
      knex('requests').insert(request('C', { draft_id: 'B' })),
    ).rejects.toMatchObject({ constraint: 'requests_draft_uq' });
    await expect(
      knex('requests').insert(request('D', { state: 'lost' })),
    ).rejects.toMatchObject({ constraint: 'requests_state_ck' });
    await expect(
      knex('requests').insert(request('E', { state: 'merged', tier: 5 })),
    ).rejects.toMatchObject({ constraint: 'requests_tier_ck' });
    const numbers: string[] = await knex('requests')
      .orderBy('number')
      .pluck('number');
    expect(new Set(numbers).size).toBe(2);

    const entry = {
      request_id: 'A',
      sequence: 1,
      type: 'submitted',
      data: '{}',
    };
    await knex('request_timeline').insert(entry);
    for (const forbidden of [
      knex('request_timeline').update({ type: 'merged' }),
      knex('request_timeline').delete(),
      knex.raw('truncate request_timeline'),
      knex('request_timeline').insert(entry),
    ]) {
      await expect(forbidden).rejects.toThrow(/append-only|duplicate key/);
    }
    expect(await knex('request_timeline').select('type')).toEqual([
      { type: 'submitted' },
    ]);

    await knex.migrate.down({ directory });
    expect(await objects(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
  });

  it('20261121120000_revisions goes up beside what is stored, and down again', async () => {
    await knex.migrate.up({ directory });
    const before = await objects(knex);
    await knex('requests').insert(request('A'));

    await knex.migrate.up({ directory });
    expect(await objects(knex)).toEqual(
      [
        ...before,
        'request_revisions',
        'request_revisions_pkey',
        'request_timeline_type_idx',
        'reuses',
        'reuses_pkey',
      ].sort(),
    );

    expect(
      await knex('request_revisions').select('request_id', 'revision'),
    ).toEqual([{ request_id: 'A', revision: 1 }]);

    const revision = {
      request_id: 'A',
      revision: 2,
      author: 'user:default/hanako.sato',
      spec: '{}',
      checks: '[]',
    };
    await knex('request_revisions').insert(revision);
    await expect(
      knex('request_revisions').insert(revision),
    ).rejects.toMatchObject({ constraint: 'request_revisions_pkey' });
    await expect(
      knex('request_revisions').insert({ ...revision, request_id: 'B' }),
    ).rejects.toMatchObject({ code: '23503' });
    const reuse = {
      user_ref: 'user:default/hanako.sato',
      draft_id: 'A',
      target: 'data-platform',
      name: 'fct_a',
      subject: 'dataset:fct-b-0123456789',
      score: 0.875,
    };
    await knex('reuses').insert(reuse);
    await expect(knex('reuses').insert(reuse)).rejects.toMatchObject({
      constraint: 'reuses_pkey',
    });
    expect(await knex('reuses').first('score', 'at')).toEqual({
      score: 0.875,
      at: expect.any(Date),
    });

    await knex.migrate.down({ directory });
    expect(await objects(knex)).toEqual(before);
    expect(await knex('requests').pluck('id')).toEqual(['A']);
    await knex.migrate.latest({ directory });
  });

  it('20261121170000_numbers draws numbers that count nothing, and counts on', async () => {
    await knex.migrate.up({ directory });
    await knex.migrate.up({ directory });
    const before = await objects(knex);
    await knex('requests').insert(request('A'));

    await knex.migrate.up({ directory });
    expect(await objects(knex)).toEqual(
      [...before, 'draw_request_number'].sort(),
    );
    const ids = Array.from({ length: 40 }, (_, index) => `B${index}`);
    for (const id of ids) {
      await knex('requests').insert(request(id, { dataset_key: id }));
    }
    const numbers = (
      await knex('requests').whereNot('id', 'A').orderBy('id').pluck('number')
    ).map(Number);
    expect(new Set(numbers).size).toBe(40);
    for (const number of numbers) {
      expect(number).toBeGreaterThanOrEqual(1_000);
      expect(number).toBeLessThan(10_000);
    }
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));

    await knex.migrate.down({ directory });
    expect(await objects(knex)).toEqual(before);
    await knex('requests').insert(request('C', { dataset_key: 'C' }));
    expect(await knex('requests').where('id', 'C').pluck('number')).toEqual([
      String(Math.max(...numbers) + 1),
    ]);
    await knex.migrate.latest({ directory });
  });
});
