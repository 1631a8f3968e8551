import type { DatasetRecord } from '@suido/backstage-plugin-data-catalog-common';
import fc from 'fast-check';
import type { DatasetTelling } from './DatasetTelling';
import { DEFAULT_PRECEDENCE, type MergeConfig } from './MergeConfig';
import { resolveDataset } from './resolveDataset';

const CONFIG: MergeConfig = {
  precedence: DEFAULT_PRECEDENCE,
  owners: new Map([
    ['sales team', 'group:default/sales'],
    ['sales@example.com', 'group:default/sales'],
  ]),
  layers: [
    { layer: 'mart', folder: 'models/marts' },
    { layer: 'raw', schema: 'RAW', prefix: 'src_' },
    { layer: 'bi', tag: 'dashboards' },
  ],
};
const AT = '2026-11-20T00:00:00.000Z';

function identity(name = 'db.marts.orders', namespace = 'snowflake://acme') {
  return { rowId: '1', key: 'k', id: { namespace, name }, shortName: 'orders' };
}

function tells(
  kind: string,
  record: Partial<DatasetRecord>,
  source = kind,
): DatasetTelling {
  return {
    kind,
    source,
    at: AT,
    record: { kind: 'dataset', id: identity().id, ...record },
  };
}

function resolve(
  tellings: readonly DatasetTelling[],
  edit?: Parameters<typeof resolveDataset>[2],
  of = identity(),
  config = CONFIG,
) {
  return resolveDataset(of, tellings, edit, config);
}

describe('resolveDataset', () => {
  it('gives the same for any order of the tellers and any repetition', () => {
    const text = fc.option(fc.constantFrom('a', 'b', ' '), { nil: undefined });
    const name = fc.constantFrom(
      'id',
      'ID',
      'Id',
      'a',
      'a.b',
      'A.B',
      'a.c',
      'z',
    );
    const record = fc.record(
      {
        definition: fc.record({ en: text, ja: text }, { requiredKeys: [] }),
        purpose: fc.constantFrom('p', 'q'),
        tier: fc.constantFrom(1, 2, 3, 4),
        tags: fc.array(fc.constantFrom('x', 'y', 'dashboards')),
        path: fc.constantFrom('models/marts/a.sql', 'models/raw/a.sql'),
        owners: fc.array(
          fc.record({ name: fc.constantFrom('Sales Team', 'Hanako') }),
        ),
        columns: fc.array(
          fc.record(
            {
              name,
              type: fc.constantFrom('INT', 'TEXT'),
              tier: fc.constantFrom(1, 4),
              tags: fc.array(fc.constantFrom('pii', 'x')),
            },
            { requiredKeys: ['name'] },
          ),
        ),
        tests: fc.array(
          fc.record({
            name: fc.constantFrom('unique', 'not_null'),
            columns: fc.array(name),
          }),
        ),
        size: fc.record({
          rows: fc.nat(),
          at: fc.constantFrom(AT, '2026-11-20T01:00:00+09:00'),
        }),
      },
      { requiredKeys: [] },
    );
    const tellings = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(
          'dbt',
          'odcs',
          'push',
          'snowflake',
          'bigquery',
          'inferred',
        ),
        fc.constantFrom('one', 'two'),
        record,
      ),
      { selector: ([kind, suffix]) => `${kind}-${suffix}`, maxLength: 5 },
    );
    fc.assert(
      fc.property(tellings, fc.infiniteStream(fc.nat()), (told, random) => {
        const list = told.map(([kind, suffix, each]) =>
          tells(kind, each as Partial<DatasetRecord>, `${kind}-${suffix}`),
        );
        const shuffled = [...list, ...list.slice(0, 2)]
          .map(each => ({ each, place: random.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        expect(resolve(shuffled)).toEqual(resolve(list));
      }),
    );
  });

  it('believes people first, then one order for meaning and another for what is', () => {
    const resolved = resolve(
      [
        tells('snowflake', {
          type: 'view',
          definition: { en: 'comment' },
          domain: 'warehouse',
          primaryKey: ['ID'],
        }),
        tells('dbt', {
          type: 'table',
          definition: { en: 'model', ja: 'モデル' },
          primaryKey: ['id', 'day'],
        }),
        tells('push', { definition: { en: 'pushed' }, purpose: 'plan' }),
      ],
      { at: '2026-11-21T00:00:00.000Z', purpose: 'by hand' },
    );
    expect(resolved.summary).toMatchObject({
      type: 'view',
      definition: { en: 'model', ja: 'モデル' },
      domain: 'warehouse',
    });
    expect(resolved.detail).toMatchObject({
      purpose: 'by hand',
      primaryKey: ['ID'],
    });
    expect(resolved.detail.told.purpose).toEqual([
      { source: 'portal', at: '2026-11-21T00:00:00.000Z', value: 'by hand' },
      { source: 'push', at: AT, value: 'plan' },
    ]);
    expect(resolved.detail.told.definition.map(({ source }) => source)).toEqual(
      ['dbt', 'push', 'snowflake'],
    );
    expect(resolved.sources).toEqual(['dbt', 'push', 'snowflake']);

    // An id is more particular than a kind.
    const trusted = resolve(
      [
        tells('dbt', { purpose: 'a' }, 'dbt-one'),
        tells('dbt', { purpose: 'b' }, 'dbt-two'),
      ],
      undefined,
      identity(),
      {
        ...CONFIG,
        precedence: { ...DEFAULT_PRECEDENCE, meaning: ['dbt-two', '*'] },
      },
    );
    expect(trusted.detail.purpose).toBe('b');
  });

  it.each([
    ['nobody says', [], undefined, undefined, 2, 'default'],
    ['inputs say', [], undefined, 3, 3, 'inputs'],
    ['inputs say public', [], undefined, 1, 1, 'inputs'],
    ['its own', [tells('dbt', { tier: 1 })], undefined, 4, 1, 'own'],
    [
      'columns are higher',
      [tells('dbt', { tier: 2, columns: [{ name: 'a', tier: 4 }] })],
      undefined,
      undefined,
      4,
      'columns',
    ],
    [
      'columns are lower than the default',
      [tells('dbt', { columns: [{ name: 'a', tier: 1 }] })],
      undefined,
      undefined,
      2,
      'default',
    ],
    [
      'people say less than the columns',
      [tells('dbt', { tier: 4, columns: [{ name: 'a', tier: 3 }] })],
      { at: AT, tier: 1 as const },
      undefined,
      3,
      'columns',
    ],
  ] as const)(
    'sets the tier where %s',
    (_, told, edit, inheritedTier, tier, rule) => {
      const resolved = resolve(told, edit, {
        ...identity(),
        ...{ inheritedTier },
      });
      expect([resolved.summary.tier, resolved.detail.tierRule]).toEqual([
        tier,
        rule,
      ]);
    },
  );

  it('matches columns by the rules of the platform, and keeps their names', () => {
    const warehouse = tells('snowflake', {
      columns: [
        { name: 'ID', type: 'NUMBER' },
        { name: 'Address', type: 'OBJECT' },
        { name: 'Mixed' },
        { name: 'MIXED' },
      ],
    });
    const dbt = tells('dbt', {
      columns: [
        { name: 'id', definition: { en: 'Key' }, type: 'int' },
        { name: 'address.city', definition: { en: 'City' } },
        { name: 'mixed', definition: { en: 'Whose?' } },
        { name: 'dropped', definition: { en: 'No more' } },
      ],
      tests: [
        { name: 'unique', columns: ['id'] },
        { name: 'unique', columns: ['id'] },
      ],
    });
    expect(
      resolve([dbt, warehouse]).columns.map(column => [
        column.name,
        column.type,
        column.definition.en,
        column.tests,
        column.definedBy,
      ]),
    ).toEqual([
      ['ID', 'NUMBER', 'Key', ['unique'], 'dbt'],
      ['Address', 'OBJECT', undefined, [], undefined],
      ['address.city', undefined, 'City', [], 'dbt'],
      ['Mixed', undefined, undefined, [], undefined],
      ['MIXED', undefined, undefined, [], undefined],
    ]);
    // PostgreSQL tells them apart: what the warehouse does not have is not there.
    expect(
      resolve(
        [dbt, { ...warehouse, kind: 'postgres' }],
        undefined,
        identity('db.marts.orders', 'postgres://db:5432'),
      ).columns.map(({ name, definition }) => [name, definition.en]),
    ).toEqual([
      ['ID', undefined],
      ['Address', undefined],
      ['Mixed', undefined],
      ['MIXED', undefined],
    ]);
    // Without a warehouse everybody may know some.
    expect(
      resolve([
        dbt,
        tells('push', { columns: [{ name: 'ID' }, { name: 'more' }] }),
      ]).columns.map(({ name }) => name),
    ).toEqual(['id', 'address.city', 'mixed', 'dropped', 'more']);
    const edited = resolve([warehouse], {
      at: AT,
      columns: { ID: { definition: { ja: '番号' } } },
    });
    expect(edited.columns[0]).toMatchObject({
      definition: { ja: '番号' },
      definedBy: 'portal',
    });
  });

  it('maps owners to groups, and flags people', () => {
    const ownerOf = (owners: DatasetRecord['owners']) =>
      resolve([tells('dbt', { owners })]).detail.owners;
    expect(
      ownerOf([
        { name: 'Sales Team' },
        { email: 'SALES@example.com' },
        { ref: 'data' },
        { ref: 'user:default/hanako', name: '花子' },
        { email: 'taro.yamada@example.com' },
        { name: 'Somebody' },
        { ref: 'not a ref: at all/' },
      ]),
    ).toEqual([
      { ref: 'group:default/sales', label: 'sales', isPersonal: false },
      { ref: 'group:default/data', label: 'data', isPersonal: false },
      { ref: 'user:default/hanako', label: '花子', isPersonal: true },
      { label: 'taro.yamada', isPersonal: true },
      { label: 'Somebody', isPersonal: false },
      { label: 'not a ref: at all/', isPersonal: false },
    ]);
    const [personal] = [
      resolve([tells('dbt', { owners: [{ email: 'a@b.jp' }] })]),
    ];
    expect(personal.detail.missing).toContain('owner');
    expect(JSON.stringify(personal)).not.toContain('a@b.jp');
  });

  it.each([
    [{ path: 'models/marts/sales/orders.sql' }, 'db.x.orders', 'mart'],
    [{ path: 'models/marts_old/orders.sql' }, 'db.x.orders', undefined],
    [{}, 'db.raw.src_orders', 'raw'],
    [{}, 'db.raw.orders', undefined],
    [{ tags: ['dashboards'] }, 'orders', 'bi'],
    [{ layer: 'staging' as const, tags: ['dashboards'] }, 'orders', 'staging'],
  ])('finds the layer of %j, %s', (record, name, layer) => {
    expect(
      resolve([tells('dbt', record)], undefined, identity(name)).summary.layer,
    ).toBe(layer);
  });

  it('scores what is written, and says what is best written next', () => {
    const nothing = resolve([tells('dbt', {})]);
    expect(nothing.summary.completeness).toBe(0);
    expect(nothing.detail.missing).toEqual([
      'definition',
      'owner',
      'columns',
      'purpose',
      'tier',
      'updateFrequency',
      'domain',
    ]);
    const half = resolve([
      tells('dbt', {
        definition: { ja: '受注' },
        owners: [{ name: 'Sales Team' }],
        columns: [
          { name: 'a', definition: { en: 'A' } },
          { name: 'b', definition: { en: ' ' } },
        ],
        tier: 2,
      }),
    ]);
    expect(half.summary.completeness).toBe(0.65);
    expect(half.detail.missing).toEqual([
      'purpose',
      'columns',
      'updateFrequency',
      'domain',
    ]);
    const all = resolve([
      tells('dbt', {
        definition: { en: 'x' },
        owners: [{ ref: 'group:default/sales' }],
        columns: [{ name: 'a', definition: { en: 'A' } }],
        tier: 2,
        purpose: 'x',
        updateFrequency: 'daily',
        domain: 'sales',
      }),
    ]);
    expect([all.summary.completeness, all.detail.missing]).toEqual([1, []]);
  });

  it('counts what was measured last, whoever measured it', () => {
    const { detail, summary } = resolve([
      tells('snowflake', {
        size: { rows: 1, at: '2026-11-19T23:59:00Z' },
        loadedAt: AT,
      }),
      tells('dbt', {
        size: { rows: 2, at: '2026-11-20T09:00:00+09:00' },
        loadedAt: '2026-11-20T00:00:00+09:00',
      }),
    ]);
    expect(detail.size).toEqual({ rows: 2, at: AT });
    expect(summary.loadedAt).toBe(AT);
  });
});
