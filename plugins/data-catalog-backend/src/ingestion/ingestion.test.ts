import type { Knex } from 'knex';
import type { SearchIndex } from '../search/SearchIndex';
import { at, dataset, edge, id, keyOf } from '../__testUtils__/catalogRecords';
import { historyOf, stateOf } from '../__testUtils__/catalogState';
import {
  createIngestor,
  listSource,
  registerSource,
} from '../__testUtils__/createIngestor';
import { createTestDatabases } from '../__testUtils__/testDatabases';

const { databases, describeEach } = createTestDatabases();
const never = new AbortController().signal;

describeEach('ingestion', databaseId => {
  let knex: Knex;
  let start: Awaited<ReturnType<typeof createIngestor>>;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    start = await createIngestor(knex);
    await registerSource(knex, 'shop', 'dbt');
    await registerSource(knex, 'bq', 'bigquery');
  });
  const tell = (
    source: 'shop' | 'bq',
    records: readonly unknown[],
    snapshot: Parameters<typeof listSource>[3] = {},
  ) =>
    start.ingestor.read(
      listSource(
        source,
        source === 'shop' ? 'dbt' : 'bigquery',
        records,
        snapshot,
      ),
      never,
    );

  it('merges what two sources tell, whichever comes first, and tells history', async () => {
    const ofDbt = [
      dataset('p.shop.Orders', {
        definition: { en: 'Orders', ja: '受注' },
        owners: [{ ref: 'group:default/sales' }],
        tier: 3,
        columns: [
          { name: 'ID', definition: { en: 'Key' } },
          { name: 'gone', definition: { en: 'Dropped long ago' } },
        ],
      }),
      dataset('p.shop.daily'),
      edge('p.shop.Orders', 'p.shop.daily'),
    ];
    const ofWarehouse = [
      dataset('p.shop.Orders', {
        type: 'table',
        definition: { en: 'a comment' },
        columns: [
          { name: 'id', type: 'INT64', isNullable: false },
          { name: 'amount', type: 'NUMERIC' },
        ],
        size: { rows: 12, at: '2026-11-20T00:00:00+09:00' },
      }),
    ];
    const first = await tell('shop', ofDbt);
    expect(first).toMatchObject({
      state: 'applied',
      changes: { added: 2, changed: 0, removed: 0 },
      report: { totals: { read: 3, kept: 3, repaired: 0, refused: 0 } },
      revision: '1',
    });
    await tell('bq', ofWarehouse);
    expect(
      start.announced.map(({ source, revision }) => [source, revision]),
    ).toEqual([
      ['shop', 1],
      ['bq', 2],
    ]);
    const state = await stateOf(knex);
    expect(state.find(row => row.short_name === 'Orders')).toMatchObject({
      key: keyOf('p.shop.Orders'),
      sources: ['bq', 'shop'],
      type: 'table',
      tier: 3,
      owner_ref: 'group:default/sales',
      definition_ja: '受注',
      columns: [
        {
          name: 'id',
          type: 'INT64',
          isNullable: false,
          definition: { en: 'Key' },
          definedBy: 'shop',
        },
        { name: 'amount', type: 'NUMERIC' },
      ],
      detail: {
        size: { rows: 12, at: '2026-11-19T15:00:00.000Z' },
        told: {
          definition: [
            { source: 'shop', value: { en: 'Orders', ja: '受注' } },
            { source: 'bq', value: { en: 'a comment' } },
          ],
        },
      },
    });
    // Nobody says the tier of what is made from it.
    expect(state.find(row => row.short_name === 'daily')).toMatchObject({
      tier: 3,
      inherited_tier: 3,
      own_tier: null,
    });
    expect(
      (await historyOf(knex)).map(({ name, type }) => [name, type]),
    ).toEqual(
      expect.arrayContaining([
        ['Orders', 'dataset-added'],
        ['daily', 'dataset-added'],
        ['Orders', 'column-added'],
        ['Orders', 'column-dropped'],
        ['Orders', 'type'],
      ]),
    );

    const other = await databases.init(databaseId);
    const reversed = await createIngestor(other);
    await registerSource(other, 'shop', 'dbt');
    await registerSource(other, 'bq', 'bigquery');
    await reversed.ingestor.read(
      listSource('bq', 'bigquery', ofWarehouse),
      never,
    );
    await reversed.ingestor.read(listSource('shop', 'dbt', ofDbt), never);
    const otherState = await stateOf(other);
    const strip = (rows: typeof state) =>
      JSON.parse(
        JSON.stringify(rows, (key, value) => (key === 'at' ? 0 : value)),
      );
    expect(strip(otherState)).toEqual(strip(state));
  });

  it('says unchanged of what it knows, and writes history of what moved', async () => {
    const orders = (more: object) =>
      dataset('orders', {
        columns: [
          { name: 'a', type: 'INT64' },
          { name: 'b', type: 'STRING' },
        ],
        ...more,
      });
    await tell('shop', [orders({ purpose: 'sales' })], at(1));
    const again = await tell('shop', [orders({ purpose: 'sales' })], at(2));
    expect(again).toMatchObject({ state: 'unchanged', revision: null });
    expect(await knex('sources').where('id', 'shop').pluck('taken_at')).toEqual(
      [new Date(at(2).takenAt)],
    );
    await tell(
      'shop',
      [
        orders({
          purpose: 'planning',
          lifecycle: { state: 'deprecated', until: '2027-03-31' },
          columns: [
            { name: 'a', type: 'STRING', definition: { ja: '列' } },
            { name: 'c' },
          ],
        }),
      ],
      at(3),
    );
    expect((await historyOf(knex)).slice(1)).toEqual([
      change('purpose', { before: 'sales', after: 'planning' }),
      change('lifecycle', { before: 'active', after: 'deprecated' }),
      change('column-retyped', {
        column_name: 'a',
        before: 'INT64',
        after: 'STRING',
      }),
      change('column-definition', { column_name: 'a', after: { ja: '列' } }),
      change('column-added', { column_name: 'c' }),
      change('column-dropped', { column_name: 'b', before: 'STRING' }),
    ]);
  });

  it('takes back in full snapshots only what the source itself told', async () => {
    await tell(
      'shop',
      [dataset('a', { purpose: 'p' }), dataset('b'), edge('a', 'b')],
      at(1),
    );
    await tell('bq', [dataset('a', { type: 'view' })], at(1));
    const run = await tell('shop', [dataset('b')], at(2));
    expect(run).toMatchObject({ state: 'applied', changes: { removed: 1 } });
    const [a] = await stateOf(knex);
    expect(a).toMatchObject({ short_name: 'a', sources: ['bq'], type: 'view' });
    expect(a.detail).not.toHaveProperty('purpose');
    expect(await knex('edges')).toEqual([]);

    await tell('bq', [], at(2));
    expect((await stateOf(knex))[0]).toMatchObject({
      sources: [],
      isRemoved: true,
    });
    await tell('bq', [dataset('a', { type: 'view' })], at(3));
    expect(
      (await historyOf(knex))
        .filter(({ name }) => name === 'a')
        .map(({ type }) => type),
    ).toEqual([
      'dataset-added',
      'type',
      'purpose',
      'dataset-removed',
      'dataset-returned',
    ]);
  });

  it('takes back in delta snapshots only what is said to be gone', async () => {
    await tell(
      'shop',
      [dataset('a'), dataset('b'), edge('a', 'b'), edge('b', 'a')],
      at(1),
    );
    const run = await tell(
      'shop',
      [
        dataset('c'),
        { kind: 'removal', of: { kind: 'dataset', id: id('a') } },
        { kind: 'removal', of: { kind: 'edge', from: id('b'), to: id('a') } },
      ],
      { ...at(2), mode: 'delta' },
    );
    expect(run).toMatchObject({
      changes: { added: 1, changed: 0, removed: 1 },
    });
    expect(
      (await stateOf(knex)).map(row => [row.short_name, row.sources]),
    ).toEqual(
      expect.arrayContaining([
        ['a', []],
        ['b', ['shop']],
        ['c', ['shop']],
      ]),
    );
    expect(await knex('edges')).toHaveLength(1);
  });

  it('hands tiers on, and takes them back where they are lowered, in circles too', async () => {
    const records = (tier?: number) => [
      dataset('a', { tier }),
      dataset('b'),
      dataset('c'),
      dataset('said', { tier: 1 }),
      dataset('d'),
      edge('a', 'b'),
      edge('b', 'c'),
      edge('c', 'b'),
      edge('b', 'said'),
      edge('said', 'd'),
      edge('a', 'a'),
    ];
    const tiers = async () =>
      Object.fromEntries(
        (await stateOf(knex)).map(row => [row.short_name, row.tier]),
      );
    await tell('shop', records(4), at(1));
    expect(await tiers()).toEqual({ a: 4, b: 4, c: 4, said: 1, d: 1 });
    await tell('shop', records(3), at(2));
    expect(await tiers()).toEqual({ a: 3, b: 3, c: 3, said: 1, d: 1 });
    expect(
      (await historyOf(knex)).filter(({ type }) => type === 'tier'),
    ).toHaveLength(3);
    await tell('shop', records(), at(3));
    expect(await tiers()).toEqual({ a: 2, b: 2, c: 2, said: 1, d: 1 });
    // Without what it is made from, nobody says anything of it.
    await tell('shop', [...records(4).slice(0, 5)], at(4));
    expect(await tiers()).toEqual({ a: 4, b: 2, c: 2, said: 1, d: 2 });
  });

  it('refuses bad records one by one, repairs and masks others, and says where', async () => {
    const run = await tell('shop', [
      dataset('ok', {
        definition: {
          en: 'Ask yamada@example.com; token ghp_0123456789abcdefghijABCDEFGHIJ012345',
        },
      }),
      dataset('nul', { purpose: 'a\u0000b \ud800 c', tags: ['x\u0000'] }),
      dataset('hostile', {
        purpose: `'); drop table datasets; -- <script>alert(1)</script> {{ 1 }} \\ \\N \t\n`,
        definition: { en: 'x'.repeat(65_000) },
      }),
      dataset('slash', { purpose: 'a \\u0000 that is only written so' }),
      { kind: 'dataset', id: { namespace: 'bigquery' } },
      dataset('bad', { columns: [{ name: 'a' }, { name: '', 'x/y': 1 }] }),
      { kind: 'spell' },
      null,
      dataset('twice', { purpose: 'first' }),
      dataset('twice', { purpose: 'last' }),
    ]);
    expect(run).toMatchObject({ state: 'applied', changes: { added: 5 } });
    expect(run!.report!.totals).toEqual({
      read: 10,
      kept: 5,
      repaired: 2,
      refused: 5,
    });
    expect(
      run!.report!.reasons.map(({ code, outcome, count, examples }) => [
        code,
        outcome,
        count,
        examples,
      ]),
    ).toEqual([
      ['masked', 'repaired', 1, ['#0']],
      ['unstorable-characters', 'repaired', 1, ['#1']],
      [
        'invalid',
        'refused',
        4,
        [
          expect.stringContaining('#4 /id/name: '),
          expect.stringContaining('#5 /columns/1/name: '),
          expect.stringContaining('#6 /kind: '),
          expect.stringContaining('#7 : '),
        ],
      ],
      ['duplicate', 'refused', 1, []],
    ]);
    const state = await stateOf(knex);
    const named = (name: string) => state.find(row => row.short_name === name)!;
    expect(named('ok').definition_en).toBe('Ask [e-mail]; token [secret]');
    expect(named('nul').detail.purpose).toBe('a\ufffdb \ufffd c');
    expect(named('hostile').detail.purpose).toContain(
      `'); drop table datasets; -- <script>`,
    );
    expect(named('slash').detail.purpose).toBe(
      'a \\u0000 that is only written so',
    );
    expect(named('twice').detail.purpose).toBe('last');
    // Repaired ones are counted each time; the rest is known.
    const again = await tell(
      'shop',
      [
        dataset('nul', { purpose: 'a\u0000b \ud800 c', tags: ['x\u0000'] }),
        dataset('slash', { purpose: 'a \\u0000 that is only written so' }),
      ],
      { ...at(2), mode: 'delta' },
    );
    expect(again).toMatchObject({
      state: 'unchanged',
      report: { totals: { read: 2, kept: 2, repaired: 1 } },
    });
  });

  it('knows one table under all of its names, and makes one of two', async () => {
    await registerSource(knex, 'lake', 'push');
    const glue = 'awsathena://athena.ap-northeast-1.amazonaws.com';
    const both = (more: object = {}) => ({
      kind: 'dataset',
      id: id('AwsDataCatalog.db.Orders', glue),
      aliases: [id('bucket/orders', 's3://lake')],
      ...more,
    });
    await tell(
      'shop',
      [dataset('x'), { ...dataset('y'), id: id('bucket/orders', 's3://lake') }],
      at(1),
    );
    await tell(
      'bq',
      [
        { ...dataset('z'), id: id('awsdatacatalog.DB.orders', glue) },
        edge('x', 'z'),
      ],
      at(1),
    );
    await knex('edges').insert({
      source_id: 'bq',
      from_id: knex('datasets')
        .where('key', keyOf('bucket/orders', 's3://lake'))
        .select('id'),
      to_id: knex('datasets').where('key', keyOf('x')).select('id'),
      evidence: 'run',
    });
    expect(
      (await stateOf(knex)).filter(row => row.sources.length > 0),
    ).toHaveLength(3);
    const glueRow = await knex('datasets')
      .where('key', keyOf('AwsDataCatalog.db.Orders', glue))
      .first();
    const lakeRow = await knex('datasets')
      .where('key', keyOf('bucket/orders', 's3://lake'))
      .first();
    const used = { day: '2026-11-19', user_label: 'u', queries: 2 };
    await knex('usage_days').insert([
      { ...used, source_id: 'bq', dataset_id: glueRow.id },
      { ...used, source_id: 'bq', dataset_id: lakeRow.id, queries: 3 },
    ]);
    await knex('dataset_edits').insert({
      dataset_id: Math.max(glueRow.id, lakeRow.id),
      edit: { definition: { ja: '手書き' } },
      actor: 'user:default/a',
    });
    const run = await start.ingestor.read(
      listSource('lake', 'push', [both({ purpose: 'one' })]),
      never,
    );
    expect(await knex('usage_days').pluck('queries')).toEqual(['5']);
    expect(
      (await stateOf(knex)).find(row => row.sources.length === 3),
    ).toMatchObject({ definition_ja: '手書き' });
    expect(run).toMatchObject({ state: 'applied' });
    const told = (await stateOf(knex)).filter(row => row.sources.length > 0);
    expect(told.map(row => row.sources)).toEqual(
      expect.arrayContaining([['shop'], ['bq', 'lake', 'shop']]),
    );
    const names = await knex('dataset_names')
      .join('datasets', 'datasets.id', 'dataset_names.dataset_id')
      .whereIn('dataset_names.key', [
        keyOf('bucket/orders', 's3://lake'),
        keyOf('AwsDataCatalog.db.Orders', glue),
      ])
      .select('datasets.key');
    expect(new Set(names.map(({ key }) => key)).size).toBe(1);
    expect(await knex('edges')).toHaveLength(2);
    expect(
      (await historyOf(knex)).filter(({ type }) => type === 'dataset-added'),
    ).toHaveLength(3);
  });

  it('stores saved queries, usage, and ten thousand columns', async () => {
    const wide = dataset('wide', {
      columns: Array.from({ length: 10_000 }, (_, index) => ({
        name: `s.c${index}`,
        type: 'INT64',
        tier: index === 9_999 ? 4 : undefined,
      })),
    });
    const query = {
      kind: 'saved-query',
      id: 'q1',
      title: 'Sales',
      sql: 'select 1',
      api_key: 'never kept',
      reads: [id('wide'), id('wide'), id('nowhere')],
    };
    const usage = (queries: number, day = '2026-11-19') => ({
      kind: 'usage',
      dataset: id('wide'),
      day,
      user: 'hanako',
      queries,
      cost: { amount: 0.5, currency: 'JPY' },
    });
    await tell(
      'bq',
      [wide, query, usage(2), usage(3), usage(1, '2026-11-01')],
      at(1),
    );
    expect(
      await knex('datasets').where('short_name', 'wide').first(),
    ).toMatchObject({
      column_count: 10_000,
      tier: 4,
    });
    expect(
      await knex('datasets').where('short_name', 'nowhere').first(),
    ).toMatchObject({
      sources: [],
      removed_at: null,
    });
    expect((await knex('assets').first()).record).not.toHaveProperty('api_key');
    expect(await knex('asset_reads')).toHaveLength(2);
    expect(
      await tell('bq', [wide, query, usage(3), usage(1, '2026-11-01')], at(2)),
    ).toMatchObject({
      state: 'unchanged',
    });
    // A later window tells nothing of the days before it.
    await tell('bq', [wide, usage(5)], at(3));
    expect(await knex('usage_days').orderBy('day').pluck('queries')).toEqual([
      '1',
      '5',
    ]);
    expect(await knex('assets')).toEqual([]);
    expect(await knex('asset_reads')).toEqual([]);
  });

  it('lets two sources tell of the same at one time', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `p.t${index}`);
    await Promise.all([
      tell(
        'shop',
        names.flatMap((name, index) => [
          dataset(name, { purpose: 'p' }),
          edge(name, names[(index + 1) % names.length]),
        ]),
      ),
      tell(
        'bq',
        [...names].reverse().map(name => dataset(name, { type: 'table' })),
      ),
    ]);
    const state = await stateOf(knex);
    expect(state).toHaveLength(300);
    expect(
      state.every(
        ({ type, sources, detail }) =>
          type === 'table' && sources.length === 2 && detail.purpose === 'p',
      ),
    ).toBe(true);
    expect(start.announced.map(({ revision }) => revision).sort()).toEqual([
      1, 2,
    ]);
  });

  it('tells the search index what it touches, inside the transaction', async () => {
    const calls: string[] = [];
    const search: SearchIndex = {
      async replaceDatasets(transaction, datasets) {
        for (const { rowId, summary } of datasets) {
          const row = await transaction('datasets').where('id', rowId).first();
          calls.push(`+${row.short_name} ${summary.tier}`);
        }
      },
      async removeDatasets(_transaction, rowIds) {
        calls.push(`-${rowIds.length}`);
      },
      async replaceAssets(_transaction, assets) {
        calls.push(...assets.map(({ record }) => `+${record.title}`));
      },
      async removeAssets(_transaction, rowIds) {
        calls.push(`-asset ${rowIds.length}`);
      },
      async finish() {
        calls.push('finish');
      },
    };
    const other = await databases.init(databaseId);
    const { ingestor } = await createIngestor(other, { search });
    await registerSource(other, 'shop', 'dbt');
    const steps = async (records: unknown[], hour: number) => {
      calls.length = 0;
      await ingestor.read(listSource('shop', 'dbt', records, at(hour)), never);
      return [...calls];
    };
    const dashboard = {
      kind: 'dashboard',
      id: 'd',
      title: 'D',
      reads: [id('b')],
    };
    const many = [dataset('a'), dataset('b'), edge('a', 'b')];
    expect((await steps([...many, dashboard], 1)).sort()).toEqual([
      '+D',
      '+a 2',
      '+b 2',
      'finish',
    ]);
    expect(await steps([...many, dashboard], 2)).toEqual([]);
    // What is made from it is found anew with its tier.
    expect(
      await steps([dataset('a', { tier: 4 }), ...many.slice(1), dashboard], 3),
    ).toEqual(['+a 4', '+b 4', 'finish']);
    expect(await steps([dataset('a', { tier: 4 })], 4)).toEqual([
      '-asset 1',
      '-1',
      'finish',
    ]);
  });
});

function change(type: string, more: object) {
  return {
    name: 'orders',
    type,
    column_name: null,
    before: null,
    after: null,
    source: 'shop',
    ...more,
  };
}
