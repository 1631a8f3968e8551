import { dataCatalogContract } from '@suido/backstage-plugin-data-catalog-common';
import { canonicalDatasetId, datasetKey } from '@suido/vocabulary';
import type { Knex } from 'knex';
import { listSource } from './__testUtils__/createIngestor';
import { startPlugin } from './__testUtils__/startPlugin';
import { createTestDatabases } from './__testUtils__/testDatabases';

const { databases, describeEach } = createTestDatabases();

const id = (name: string) => ({ namespace: 'duckdb://demo', name });
const keyOf = (name: string) => datasetKey(canonicalDatasetId(id(name)));
const dataset = (name: string, more: object = {}) => ({
  kind: 'dataset',
  id: id(name),
  ...more,
});
const edge = (from: string, to: string) => ({
  kind: 'edge',
  from: id(from),
  to: id(to),
  evidence: 'declared',
});

const ORDERS = keyOf('retail.marts.orders');
const SECRET = keyOf('retail.raw.salaries');

const RECORDS = [
  dataset('retail.marts.orders', {
    owners: [{ ref: 'group:default/sales' }],
    tier: 2,
    definition: { ja: '受注' },
    viewSql: 'select * from retail.raw.salaries',
    lifecycle: { state: 'deprecated', successor: id('retail.raw.salaries') },
    columns: [
      { name: 'id', type: 'INTEGER' },
      { name: '金額', type: 'DECIMAL', definition: { ja: '税込の金額 100%' } },
      { name: 'note', tier: 2 },
    ],
    foreignKeys: [
      {
        columns: ['id'],
        references: id('retail.raw.salaries'),
        referencedColumns: ['id'],
      },
      {
        columns: ['id'],
        references: id('retail.raw.unknown'),
        referencedColumns: ['id'],
      },
    ],
  }),
  dataset('retail.raw.salaries', { tier: 4, purpose: 'pay' }),
  dataset('retail.raw.customers', { tier: 3 }),
  edge('retail.raw.salaries', 'retail.marts.orders'),
  edge('retail.raw.customers', 'retail.marts.orders'),
  edge('retail.raw.nobody', 'retail.marts.orders'),
  edge('retail.marts.orders', 'retail.raw.salaries'),
];

describeEach('the plugin', databaseId => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  let records: readonly unknown[];
  let takenAt = '';
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    records = RECORDS;
    takenAt = '2026-11-20T00:00:00Z';
    plugin = await startPlugin({
      knex,
      sources: [
        {
          ...listSource('retail', 'dbt', []),
          read: context =>
            listSource('retail', 'dbt', records, { takenAt }).read(context),
        },
      ],
      config: {
        minRemoved: 1,
        push: {
          sources: [{ id: 'bi', title: 'BI', subjects: ['external:bi'] }],
        },
      },
    });
    await plugin.as('kenji').post('/v1/sources/retail/refresh').expect(202);
  });
  afterEach(() => plugin.stop());

  it('shows all to engineers, and to others nothing by which what is hidden is known', async () => {
    const whole = await plugin.as('kenji').get(`/v1/datasets/${ORDERS}`);
    expect(whole.status).toBe(200);
    expect(whole.body).toMatchObject({
      key: ORDERS,
      name: 'orders',
      owner: { ref: 'group:default/sales', isPersonal: false },
      tier: 2,
      tierRule: 'own',
      successor: { key: SECRET, name: 'salaries' },
      viewSql: 'select * from retail.raw.salaries',
      foreignKeys: [
        { references: { key: SECRET, name: 'salaries' } },
        { references: { name: 'unknown' } },
      ],
      reads: [
        { key: keyOf('retail.raw.customers'), name: 'customers' },
        { name: 'nobody' },
        { key: SECRET, name: 'salaries' },
      ],
      readBy: [{ key: SECRET, name: 'salaries' }],
    });

    // Answers are what the contract says.
    const { getDataset, listColumns, listChanges, listSources } =
      dataCatalogContract.operations;
    for (const [operation, path] of [
      [getDataset, `/v1/datasets/${ORDERS}`],
      [listColumns, `/v1/datasets/${ORDERS}/columns`],
      [listChanges, '/v1/changes'],
      [listSources, '/v1/sources'],
    ] as const) {
      const { body } = await plugin.as('kenji').get(path);
      expect(operation.response.parse(body)).toEqual(body);
    }

    const part = await plugin.as('hanako').get(`/v1/datasets/${ORDERS}`);
    expect(part.status).toBe(200);
    expect(JSON.stringify(part.body)).not.toMatch(/salaries|"total"|hidden/);
    expect(part.body.reads).toEqual([
      { key: keyOf('retail.raw.customers'), name: 'customers' },
      { name: 'nobody' },
    ]);
    expect(part.body.readBy).toEqual([]);
    expect(part.body.foreignKeys).toHaveLength(1);

    const missing = `no-such-0123456789`;
    for (const path of ['', '/columns', '/changes']) {
      const hidden = await plugin
        .as('hanako')
        .get(`/v1/datasets/${SECRET}${path}`);
      const none = await plugin
        .as('hanako')
        .get(`/v1/datasets/${missing}${path}`);
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message.replace(SECRET, missing)).toBe(
        none.body.error.message,
      );
    }
    const edit = await plugin
      .as('hanako')
      .put(`/v1/datasets/${SECRET}/edits`)
      .send({ edit: { purpose: 'x' }, revision: 1 });
    expect(edit.status).toBe(404);

    const changes = await plugin.as('hanako').get('/v1/changes');
    expect(
      changes.body.items
        .map(({ dataset: of }: { dataset: { name: string } }) => of.name)
        .sort(),
    ).toEqual(['customers', 'orders']);
    const sources = await plugin.as('hanako').get('/v1/sources');
    expect(sources.body.items).toEqual([
      { id: 'bi', kind: 'push', title: 'BI', datasets: 0 },
      expect.objectContaining({ id: 'retail', datasets: 2 }),
    ]);
    expect(sources.body.items[1].lastRun).toEqual({
      id: expect.any(String),
      state: 'applied',
      mode: 'full',
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
      takenAt: '2026-11-20T00:00:00.000Z',
    });
    const runs = await plugin.as('hanako').get('/v1/sources/retail/runs');
    expect(runs.body.items[0]).not.toHaveProperty('changes');
    const all = await plugin.as('kenji').get('/v1/sources');
    expect(all.body.items[1]).toMatchObject({
      datasets: 3,
      lastRun: { changes: { added: 3 }, revision: 1 },
    });

    expect(
      (await plugin.as('stranger').get(`/v1/datasets/${ORDERS}`)).status,
    ).toBe(403);
    expect((await plugin.as('stranger').get('/v1/sources')).status).toBe(403);
    expect(
      (await plugin.as('hanako').post('/v1/sources/retail/refresh')).status,
    ).toBe(403);
    expect(
      await plugin.as('kenji').get('/v1/datasets/x/columns'),
    ).toMatchObject({ status: 404 });
  });

  it('lists columns and changes by page and filter', async () => {
    const columns = (query: string) =>
      plugin.as('hanako').get(`/v1/datasets/${ORDERS}/columns?${query}`);
    const first = await columns('limit=2');
    expect(first.body.total).toBe(3);
    expect(first.body.items.map(({ name }: { name: string }) => name)).toEqual([
      'id',
      '金額',
    ]);
    expect((await columns('offset=2')).body.items).toEqual([
      {
        name: 'note',
        position: 2,
        definition: {},
        tier: 2,
        tags: [],
        tests: [],
      },
    ]);
    const found = await columns(`q=${encodeURIComponent('100%')}`);
    expect(found.body).toMatchObject({
      total: 1,
      items: [{ name: '金額', position: 1 }],
    });
    expect((await columns('q=ID')).body.total).toBe(1);
    expect((await columns('q=_')).body.total).toBe(0);
    expect((await columns('limit=1001')).status).toBe(400);

    const one = await plugin.as('kenji').get('/v1/changes?limit=1');
    expect(one.body.items).toHaveLength(1);
    const rest = await plugin
      .as('kenji')
      .get(`/v1/changes?cursor=${one.body.nextCursor}`);
    expect(rest.body.items).toHaveLength(2);
    expect(rest.body).not.toHaveProperty('nextCursor');
    expect((await plugin.as('kenji').get('/v1/changes?cursor=x')).status).toBe(
      400,
    );
    const later = await plugin
      .as('kenji')
      .get('/v1/changes?since=2999-01-01T00:00:00Z');
    expect(later.body.items).toEqual([]);
  });

  it('writes down reads of confidential data, and every edit', async () => {
    await plugin
      .as('hanako')
      .get(`/v1/datasets/${keyOf('retail.raw.customers')}/columns`);
    await plugin.as('hanako').get(`/v1/datasets/${ORDERS}`);
    expect(
      plugin.audit.filter(({ eventId }) => eventId === 'dataset-read'),
    ).toEqual([
      {
        eventId: 'dataset-read',
        outcome: 'succeeded',
        meta: {
          queryType: 'columns',
          dataset: keyOf('retail.raw.customers'),
          tier: 3,
        },
      },
    ]);
  });

  it('lays what people write over what sources say, and takes it back', async () => {
    const put = (
      person: 'hanako' | 'tom' | 'kenji',
      edit: object,
      revision: number,
    ) =>
      plugin
        .as(person)
        .put(`/v1/datasets/${ORDERS}/edits`)
        .send({ edit, revision });
    const revision = 1;
    const edit = {
      purpose: ' 計画 ',
      definition: { en: 'Orders, by hand' },
      owner: 'group:default/marketing',
      tier: 3,
      columns: { note: { definition: { en: 'Free text' } } },
    };
    expect((await put('tom', edit, revision)).status).toBe(403);
    expect((await put('kenji', edit, 0)).status).toBe(409);
    for (const [bad, field] of [
      [{ owner: 'group:default/nobody' }, 'edit.owner'],
      [{ owner: 'user:default/hanako.sato' }, 'edit.owner'],
      [{ tier: 1 }, 'edit.tier'],
      [{ tier: 5 }, 'edit.tier'],
      [{ columns: { nope: { definition: { en: 'x' } } } }, 'edit.columns'],
      [{}, 'edit'],
    ] as const) {
      const refused = await put('hanako', bad, revision);
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toContain(field);
    }
    expect(await knex('dataset_edits')).toEqual([]);

    const edited = await put('hanako', edit, revision);
    expect(edited.status).toBe(200);
    expect(edited.body).toMatchObject({
      purpose: '計画',
      owner: { ref: 'group:default/marketing' },
      tier: 3,
      revision: 2,
      told: {
        definition: [
          { source: 'portal', value: { en: 'Orders, by hand' } },
          { source: 'retail', value: { ja: '受注' } },
        ],
      },
    });
    expect(plugin.events.at(-1)).toMatchObject({
      source: 'portal',
      revision: 2,
    });
    expect(plugin.audit.at(-1)).toMatchObject({
      eventId: 'dataset-edit',
      outcome: 'succeeded',
      meta: { dataset: ORDERS, tier: 3 },
    });
    const history = await plugin
      .as('tom')
      .get(`/v1/datasets/${ORDERS}/changes`);
    expect(
      history.body.items
        .filter(({ source }: { source: string }) => source === 'portal')
        .map(
          ({
            type,
            column,
            actor,
          }: {
            type: string;
            column?: string;
            actor: string;
          }) => [type, column, actor],
        ),
    ).toEqual(
      [
        ['definition', undefined],
        ['purpose', undefined],
        ['owner', undefined],
        ['tier', undefined],
        ['column-definition', 'note'],
      ]
        .reverse()
        .map(each => [...each, 'user:default/hanako.sato']),
    );
    // It stays when the source tells again, and is no longer hanako's to edit.
    takenAt = '2026-11-20T01:00:00Z';
    records = RECORDS.map((record, index) =>
      index === 0 ? { ...record, purpose: 'of the source' } : record,
    );
    await plugin.as('kenji').post('/v1/sources/retail/refresh');
    const after = await plugin.as('kenji').get(`/v1/datasets/${ORDERS}`);
    expect(after.body).toMatchObject({ purpose: '計画', tier: 3, revision: 3 });
    expect((await put('hanako', { purpose: 'x' }, 3)).status).toBe(403);

    const back = await put(
      'kenji',
      {
        purpose: null,
        definition: null,
        owner: null,
        tier: null,
        columns: { note: { definition: null } },
      },
      3,
    );
    expect(back.body).toMatchObject({
      purpose: 'of the source',
      owner: { ref: 'group:default/sales' },
      tier: 2,
      definition: { ja: '受注' },
    });
    expect(await knex('dataset_edits')).toEqual([]);
  });

  it('finds a dataset by a key that it had', async () => {
    takenAt = '2026-11-20T01:00:00Z';
    records = [...RECORDS, dataset('retail.marts.old')];
    await plugin.as('kenji').post('/v1/sources/retail/refresh');
    takenAt = '2026-11-20T02:00:00Z';
    records = [
      dataset('retail.marts.orders', { aliases: [id('retail.marts.old')] }),
      ...RECORDS.slice(1),
    ];
    await plugin.as('kenji').post('/v1/sources/retail/refresh');
    const old = await plugin
      .as('kenji')
      .get(`/v1/datasets/${keyOf('retail.marts.old')}`);
    expect(old.body).toMatchObject({
      key: ORDERS,
      aliases: [id('retail.marts.old')],
    });
  });

  it('has a data engineer release what was held back', async () => {
    takenAt = '2026-11-20T01:00:00Z';
    records = [];
    await plugin.as('kenji').post('/v1/sources/retail/refresh');
    const { body } = await plugin
      .as('kenji')
      .get('/v1/sources/retail/runs?limit=1');
    expect(body.items[0]).toMatchObject({
      state: 'held',
      changes: { removed: 3 },
      reason: { en: expect.stringContaining('release it') },
    });
    expect(body.nextCursor).toBe(body.items[0].id);
    const path = `/v1/sources/retail/runs/${body.items[0].id}/release`;
    expect((await plugin.as('hanako').post(path)).status).toBe(403);
    const released = await plugin.as('kenji').post(path);
    expect(released.status).toBe(202);
    expect(released.body.state).toBe('running');
    await plugin.stop(); // waits for it
    expect(
      await knex('source_runs').where('id', body.items[0].id).pluck('state'),
    ).toEqual(['applied']);
    expect(await knex('datasets').whereRaw('cardinality(sources) > 0')).toEqual(
      [],
    );
    expect(plugin.audit).toContainEqual(
      expect.objectContaining({
        eventId: 'source-manage',
        outcome: 'succeeded',
      }),
    );
  });

  it('reads no source that pushes, and knows no others', async () => {
    const pushed = await plugin.as('kenji').post('/v1/sources/bi/refresh');
    expect(pushed.status).toBe(400);
    expect(pushed.body.error.message).toContain('push again');
    expect(
      (await plugin.as('kenji').post('/v1/sources/x/refresh')).status,
    ).toBe(404);
    expect((await plugin.as('kenji').get('/v1/sources/x/runs')).status).toBe(
      404,
    );
  });
});
