import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import { canonicalDatasetId, datasetKey } from '@suido/vocabulary';
import type { Knex } from 'knex';
import type { SearchIndex } from '../search/SearchIndex';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  createIngestor,
  listSource,
  registerSource,
} from '../__testUtils__/createIngestor';

const { databases, describeEach } = createTestDatabases();
const never = new AbortController().signal;
const NAMESPACE = 'bigquery';

function id(name: string, namespace = NAMESPACE) {
  return { namespace, name };
}

function keyOf(name: string, namespace = NAMESPACE) {
  return datasetKey(canonicalDatasetId(id(name, namespace)));
}

function dataset(name: string, more: object = {}) {
  return { kind: 'dataset', id: id(name), ...more } as SnapshotRecord;
}

function edge(from: string, to: string) {
  return { kind: 'edge', from: id(from), to: id(to), evidence: 'declared' };
}

function at(hour: number) {
  return { takenAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z` };
}

/** All that counts, with neither times nor surrogate keys. */
async function stateOf(knex: Knex) {
  const rows = await knex('datasets')
    .leftJoin('dataset_details', 'dataset_details.dataset_id', 'datasets.id')
    .orderBy('key')
    .select('datasets.*', 'detail', 'columns');
  return rows.map(
    ({ id: _id, revision, first_seen_at, changed_at, removed_at, ...row }) => ({
      ...row,
      isRemoved: removed_at !== null,
    }),
  );
}

async function historyOf(knex: Knex) {
  return knex('dataset_changes')
    .join('datasets', 'datasets.id', 'dataset_changes.dataset_id')
    .orderBy('sequence')
    .select(
      'datasets.short_name as name',
      'dataset_changes.type',
      'column_name',
      'before',
      'after',
      'source',
    );
}

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

  it('refuses what is older than what is stored, and changes nothing', async () => {
    await tell('shop', [dataset('a', { purpose: 'new' })], at(5));
    const before = await stateOf(knex);
    await expect(
      tell('shop', [dataset('a', { purpose: 'old' })], at(4)),
    ).rejects.toThrow('send a newer snapshot');
    expect(await stateOf(knex)).toEqual(before);
    expect(
      await knex('source_runs').orderBy('id', 'desc').first(),
    ).toMatchObject({
      state: 'failed',
      reason: { en: expect.stringContaining('2026-11-20T05') },
    });
    expect(await knex('staged_records')).toEqual([]);
    await expect(
      tell('shop', [dataset('a')], { takenAt: '2999-01-01T00:00:00Z' }),
    ).rejects.toThrow('is not yet');
  });

  it('holds a shrunken snapshot back until somebody releases it', async () => {
    const many = Array.from({ length: 40 }, (_, index) => dataset(`t${index}`));
    await tell('shop', many, at(1));
    const before = await stateOf(knex);
    const held = await tell('shop', many.slice(0, 20), at(2));
    expect(held).toMatchObject({
      state: 'held',
      changes: { added: 0, changed: 0, removed: 20 },
      reason: {
        en: expect.stringContaining('20 of 40 datasets'),
        ja: expect.stringContaining('40 件のうち 20 件'),
      },
    });
    expect(await stateOf(knex)).toEqual(before);
    await expect(start.ingestor.release('bq', held!.id)).rejects.toThrow(
      'is not held',
    );
    const { released, applied } = await start.ingestor.release(
      'shop',
      held!.id,
    );
    expect(released.state).toBe('running');
    expect(await applied).toMatchObject({
      state: 'applied',
      changes: { removed: 20 },
    });
    expect(
      (await stateOf(knex)).filter(row => row.sources.length > 0),
    ).toHaveLength(20);
    expect(await knex('staged_records')).toEqual([]);

    // A newer one takes the place of one that waits.
    const second = await tell('shop', [], at(3));
    expect(second).toMatchObject({ state: 'held' });
    await tell('shop', many.slice(0, 20), at(4));
    await expect(start.ingestor.release('shop', second!.id)).rejects.toThrow(
      'is not held',
    );
    expect(await knex('staged_records')).toEqual([]);
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

  it('reads a source on one backend only', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>(resolve => {
      begun = resolve;
    });
    const slow = listSource('shop', 'dbt', [dataset('a')]);
    const reading = start.ingestor.read(
      {
        ...slow,
        async read(context) {
          begun();
          await gate;
          return slow.read(context);
        },
      },
      never,
    );
    await hasBegun;
    expect(await start.create().read(slow, never)).toBeUndefined();
    release();
    expect(await reading).toMatchObject({ state: 'applied' });
    expect(await knex('source_runs')).toHaveLength(1);
  });

  it('goes on where a reader was killed, and a late one leaves no trace', async () => {
    const cursors: (string | undefined)[] = [];
    const pieces = [[dataset('a')], [dataset('b')], [dataset('c')]];
    let onSecond: () => Promise<void> = async () => {};
    const source = {
      ...listSource('shop', 'dbt', []),
      async read({ cursor }: { cursor?: string }) {
        cursors.push(cursor);
        const from = Number(cursor ?? 0);
        return {
          mode: 'full' as const,
          ...at(1),
          etag: 'e1',
          batches: (async function* batches() {
            for (let index = from; index < pieces.length; index += 1) {
              if (index === 1) {
                await onSecond();
              }
              // Larger than what is gathered, so each piece is written.
              const [piece] = pieces[index];
              yield {
                cursor: String(index + 1),
                records: [
                  {
                    ...piece,
                    viewSql: 'x'.repeat(900_000),
                    columns: Array.from({ length: 30 }, (_, n) => ({
                      name: `c${n}`,
                      definition: { en: 'x'.repeat(60_000) },
                    })),
                  } as SnapshotRecord,
                ],
              };
            }
          })(),
          report: () => ({
            totals: { read: 3 - from, kept: 3 - from, repaired: 0, refused: 0 },
            reasons: [],
          }),
        };
      },
    };
    let wake: () => void = () => {};
    let asleep: () => void = () => {};
    const isAsleep = new Promise<void>(resolve => {
      asleep = resolve;
    });
    onSecond = () =>
      new Promise<void>(resolve => {
        wake = resolve;
        asleep();
      });
    const late = start.ingestor.read(source, never);
    await isAsleep;
    onSecond = async () => {};
    // The first reader is silent for so long that it counts as dead.
    await knex('source_runs').update({ alive_at: new Date(0) });
    const run = await start.create().read(source, never);
    expect(cursors).toEqual([undefined, '1']);
    expect(run).toMatchObject({
      state: 'applied',
      changes: { added: 3 },
      report: { totals: { read: 3, kept: 3 } },
    });
    const before = await stateOf(knex);
    wake();
    await expect(late).rejects.toMatchObject({ name: 'RunLostError' });
    expect(await stateOf(knex)).toEqual(before);
    expect(await knex('staged_records')).toEqual([]);
    expect(await knex('source_runs').pluck('state')).toEqual(['applied']);
  });

  it('begins again where the database lost what was staged', async () => {
    await knex('source_runs').insert({
      id: '01JD0000000000000000000000',
      source_id: 'shop',
      state: 'running',
      reader: 'gone',
      cursor: '7',
      staged: 12,
      alive_at: new Date(0),
    });
    const seen: unknown[] = [];
    const source = listSource('shop', 'dbt', [dataset('a')]);
    const run = await start.ingestor.read(
      {
        ...source,
        async read(context) {
          seen.push(context.cursor);
          return source.read(context);
        },
      },
      never,
    );
    expect(seen).toEqual([undefined]);
    expect(run).toMatchObject({
      id: '01JD0000000000000000000000',
      state: 'applied',
      changes: { added: 1 },
    });
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

  it('hands a reading over when its backend stops', async () => {
    const stopping = new AbortController();
    const stopped = start.ingestor.read(
      {
        ...listSource('shop', 'dbt', []),
        async read({ signal }) {
          stopping.abort(new Error('The backend stops'));
          signal.throwIfAborted();
          return undefined;
        },
      },
      stopping.signal,
    );
    await expect(stopped).rejects.toThrow('The backend stops');
    expect(await knex('source_runs').pluck('state')).toEqual(['running']);
    // No minute of silence: the next goes on at once.
    expect(await tell('shop', [dataset('a')])).toMatchObject({
      state: 'applied',
    });
    expect(await knex('source_runs').pluck('state')).toEqual(['applied']);
  });

  it('applies what another backend staged to the end', async () => {
    await tell('shop', [dataset('a')], at(1));
    const held = { reader: 'x', row: { id: '01JD0000000000000000000000' } };
    await knex('source_runs').insert({
      id: held.row.id,
      source_id: 'bq',
      state: 'running',
      reader: 'gone',
      mode: 'full',
      taken_at: at(1).takenAt,
      staged: 2,
      staged_at: new Date(),
      alive_at: new Date(0),
    });
    const record = dataset('p.b', { purpose: 'of the dead' });
    await knex('staged_records').insert([
      {
        run_id: held.row.id,
        kind: 'name',
        subject: keyOf('p.b'),
        hash: Buffer.alloc(0),
        record: { namespace: NAMESPACE, name: 'p.b', shortName: 'b' },
      },
      {
        run_id: held.row.id,
        kind: 'dataset',
        subject: keyOf('p.b'),
        hash: Buffer.from('1'),
        record,
      },
    ]);
    const run = await start.ingestor.read(
      {
        ...listSource('bq', 'bigquery', []),
        read: async () => {
          throw new Error('There is nothing more to read');
        },
      },
      never,
    );
    expect(run).toMatchObject({ id: held.row.id, state: 'applied' });
    expect((await stateOf(knex)).map(row => row.short_name).sort()).toEqual([
      'a',
      'b',
    ]);
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

  it('asks with the etag of what is held, so that it is held once', async () => {
    const asked: unknown[] = [];
    const told = (
      count: number,
      snapshot: { takenAt: string; etag: string },
    ) => {
      const source = listSource(
        'shop',
        'dbt',
        Array.from({ length: count }, (_, index) => dataset(`t${index}`)),
        snapshot,
      );
      return start.ingestor.read(
        {
          ...source,
          async read(context) {
            asked.push(context.etag);
            return context.etag === snapshot.etag
              ? undefined
              : source.read(context);
          },
        },
        never,
      );
    };
    await told(30, { ...at(1), etag: 'e1' });
    const held = await told(2, { ...at(2), etag: 'e2' });
    expect(held).toMatchObject({ state: 'held' });
    expect(await told(2, { ...at(3), etag: 'e2' })).toMatchObject({
      state: 'unchanged',
    });
    const { applied } = await start.ingestor.release('shop', held!.id);
    expect(await applied).toMatchObject({ state: 'applied' });
    await told(2, { ...at(4), etag: 'e2' });
    expect(asked).toEqual([undefined, 'e1', 'e2', 'e2']);
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
