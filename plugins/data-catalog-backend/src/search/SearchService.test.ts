import { mockServices } from '@backstage/backend-test-utils';
import {
  searchQuerySchema,
  type Found,
  type SearchResult,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import {
  addAssets,
  addDatasets,
  forgetDatasets,
} from '../__testUtils__/searchableDatasets';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { openDatabase } from '../database/openDatabase';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import { SearchService } from './SearchService';

const { databases, describeEach } = createTestDatabases();
const BELOW_TIER_4: ReadableDatasets = { property: 'tier', below: 4 };

function nameOf(found: Found): string {
  switch (found.kind) {
    case 'dataset':
      return found.dataset.name;
    case 'column':
      return `${found.dataset.name}.${found.name}`;
    default:
      return found.title;
  }
}

const namesOf = ({ items }: SearchResult) => items.map(nameOf);

function facetOf({ facets }: SearchResult, name: string) {
  const found = facets.find(({ facet }) => facet === name);
  return Object.fromEntries(
    (found?.values ?? []).map(({ value, count }) => [value, count]),
  );
}

describeEach('SearchService', databaseId => {
  let knex: Knex;
  let service: SearchService;
  const search = (
    q: string,
    query: Omit<z.input<typeof searchQuerySchema>, 'q'> = {},
    readable: ReadableDatasets = 'all',
  ) => service.search(searchQuerySchema.parse({ q, ...query }), readable);

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    service = new SearchService(knex, { synonyms: [['水道', 'suido']] });
  });

  const retail = () =>
    addDatasets(knex, [
      {
        name: 'retail.marts.fct_daily_sales',
        layer: 'mart',
        domain: 'sales',
        owner: {
          ref: 'group:default/sales',
          label: 'sales',
          isPersonal: false,
        },
        definition: { en: 'Revenue per store and day', ja: '店舗別の日次売上' },
        columns: [
          { name: 'store_id', type: 'integer' },
          { name: 'net_amount', definition: { ja: '値引後の金額' } },
          { name: 'address.country' },
        ],
        detail: { tags: ['kpi'] },
      },
      {
        name: 'retail.staging.stg_sales',
        layer: 'staging',
        domain: 'sales',
        columns: [{ name: 'storeId' }],
      },
      {
        name: 'retail.raw.会員マスタ',
        layer: 'raw',
        domain: 'crm',
        tier: 4,
        owner: { ref: 'group:default/crm', label: 'crm', isPersonal: false },
        definition: { ja: 'サーバーに登録された会員' },
        columns: [{ name: 'secretsauce' }, { name: '生年月日' }],
      },
      { name: 'retail.raw.sales', layer: 'raw', domain: 'sales' },
      { name: 'retail.marts.dim_customer', layer: 'mart', domain: 'crm' },
    ]);

  it.each([
    // The name itself, then names with the word, then what is about it.
    ['sales', ['sales', 'fct_daily_sales', 'stg_sales']],
    ['fct_daily_sales', ['fct_daily_sales']],
    ['FCT-Daily Sales', ['fct_daily_sales']],
    ['marts.fct_daily', ['fct_daily_sales']],
    ['storeid', ['fct_daily_sales', 'stg_sales']],
    ['daily revenue', ['fct_daily_sales']],
    ['日次売上', ['fct_daily_sales']],
    ['会', ['会員マスタ']],
    ['ｶｲｲﾝ', []],
    ['会員ﾏｽﾀｰ', ['会員マスタ']],
    ['サーバ 登録', ['会員マスタ']],
    ['da sal', ['fct_daily_sales']],
    ['金額', ['fct_daily_sales']],
    // Plural, synonyms in the other language, and a company's own.
    ['stores', ['fct_daily_sales', 'stg_sales']],
    ['顧客', ['dim_customer']],
    ['月次在庫', []],
    ['nothing_like_it', []],
  ])('finds by %p', async (q, names) => {
    await retail();
    expect(namesOf(await search(q))).toEqual(names);
  });

  it('understands words that the company says are the same', async () => {
    await addDatasets(knex, [{ name: 'a.suido' }]);
    expect(namesOf(await search('水道'))).toEqual(['suido']);
  });

  it.each([
    ['fct_daily_slaes', 'fct daily sales', 'fct_daily_sales'],
    ['costumer', 'customer', 'dim_customer'],
    ['custmer', 'customer', 'dim_customer'],
    ['会員マヌタ', undefined, '会員マスタ'],
  ])('mends %p as %p', async (q, corrected, first) => {
    await retail();
    const result = await search(q);
    expect(result.corrected).toBe(corrected);
    expect(namesOf(result)[0]).toBe(first);
  });

  it('names the columns that the words are about', async () => {
    await retail();
    const [found] = (await search('sales country')).items;
    expect(found).toMatchObject({
      kind: 'dataset',
      columns: ['address.country'],
    });
    expect(found).toMatchObject({
      dataset: { name: 'fct_daily_sales', columns: 3, layer: 'mart' },
    });
    const columns = await search('store', { kind: 'column' });
    expect(namesOf(columns)).toEqual([
      'fct_daily_sales.store_id',
      'stg_sales.storeId',
    ]);
    expect(columns.items[0]).toMatchObject({
      type: 'integer',
      definition: {},
      dataset: { tier: 2 },
    });
  });

  it('counts each facet under the narrowings of the others', async () => {
    await retail();
    const all = await search('');
    expect(all.total).toEqual({ count: 5, isExact: true });
    expect(facetOf(all, 'layer')).toEqual({ mart: 2, raw: 2, staging: 1 });
    expect(facetOf(all, 'kind')).toEqual({ dataset: 5, column: 6 });
    expect(facetOf(all, 'freshness')).toEqual({ unknown: 5 });
    expect(facetOf(all, 'source')).toEqual({ dbt: 5 });

    const marts = await search('', { layer: 'mart', domain: ['sales', 'x'] });
    expect(namesOf(marts)).toEqual(['fct_daily_sales']);
    expect(facetOf(marts, 'layer')).toEqual({ mart: 1, raw: 1, staging: 1 });
    expect(facetOf(marts, 'domain')).toEqual({ sales: 1, crm: 1 });
    expect(facetOf(marts, 'tag')).toEqual({ kpi: 1 });
    expect(facetOf(marts, 'kind')).toEqual({ dataset: 1, column: 3 });
    expect(facetOf(marts, 'owner')).toEqual({ 'group:default/sales': 1 });
    expect(namesOf(await search('sales', { tier: 4 }))).toEqual([]);
    expect(namesOf(await search('', { owner: 'group:default/crm' }))).toEqual([
      '会員マスタ',
    ]);
  });

  it('pages without a gap or a repetition, each kind of query', async () => {
    await addDatasets(
      knex,
      Array.from({ length: 23 }, (_, index) => ({
        name: `a.table_${index}`,
        columns: [{ name: `shared_${index % 3}` }],
      })),
    );
    for (const [q, kind, count] of [
      ['', 'dataset', 23],
      ['table', 'dataset', 23],
      ['taxle', 'dataset', 23],
      ['shared', 'column', 23],
      ['', 'column', 23],
      ['', ['dataset', 'column'], 46],
    ] as const) {
      const whole = namesOf(
        await search(q, { kind: [...[kind].flat()], limit: 100 }),
      );
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search(q, {
          kind: [...[kind].flat()],
          limit: 5,
          cursor,
        });
        expect(page.total.count).toBe(count);
        paged.push(...namesOf(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(count);
    }
    const { nextCursor } = await search('table', { limit: 5 });
    for (const cursor of ['x', 'W10', nextCursor ?? '']) {
      await expect(search('other', { cursor })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('cursor'),
      });
    }
  });

  it('shows nothing of what somebody may not read', async () => {
    const [, , members] = await retail();
    await addAssets(knex, [
      {
        record: { kind: 'dashboard', id: 'd', title: 'Sales of zebras' },
        reads: [members],
      },
      { record: { kind: 'saved-query', id: 'q', title: 'Sales notes' } },
    ]);
    expect(namesOf(await search('zebras'))).toEqual(['Sales of zebras']);
    for (const q of [
      'zebras',
      'zebrsa',
      'secretsauce',
      '会員',
      'secretsause',
      '生年',
    ]) {
      const hidden = await search(q, {}, BELOW_TIER_4);
      expect(hidden).toEqual(await search('zzz', {}, 'none'));
    }
    expect((await search('secretsause')).corrected).toBe('secretsauce');
    const all = await search(
      '',
      { kind: ['dataset', 'dashboard'] },
      BELOW_TIER_4,
    );
    expect(facetOf(all, 'tier')).toEqual({ 2: 4 });
    expect(facetOf(all, 'kind')).toEqual({
      dataset: 4,
      column: 4,
      'saved-query': 1,
    });
    expect(await search('', {}, 'none')).toMatchObject({
      items: [],
      total: { count: 0, isExact: true },
    });
  });

  it('finds saved queries and dashboards, with what they read', async () => {
    const [sales] = await retail();
    await addAssets(knex, [
      {
        record: {
          kind: 'saved-query',
          id: 'q1',
          title: '店舗別ランキング',
          sql: 'select * from unusualword',
          url: 'https://bi.example.com/q1',
          tags: ['weekly'],
        },
        reads: [sales],
      },
    ]);
    const expected = [
      {
        kind: 'saved-query',
        id: 'q1',
        source: 'bi',
        title: '店舗別ランキング',
        url: 'https://bi.example.com/q1',
        reads: [{ key: sales.summary.key, name: 'fct_daily_sales' }],
      },
    ];
    expect((await search('ランキング')).items).toEqual(expected);
    expect((await search('unusualword')).items).toEqual(expected);
    expect(facetOf(await search('ランキング'), 'tag')).toEqual({ weekly: 1 });
  });

  it('follows what is replaced, renamed and removed', async () => {
    const [sales] = await addDatasets(knex, [
      { name: 'a.oldname', columns: [{ name: 'ghost_column' }] },
      { name: 'a.other', columns: [{ name: 'kept_column' }] },
    ]);
    const words = () => knex('search_words').orderBy('word').pluck('word');
    expect(await words()).toContain('ghost');
    const [again] = await addDatasets(knex, [
      { name: 'a.oldname', columns: [{ name: 'kept_column' }] },
    ]);
    expect(again.rowId).toBe(sales.rowId);
    expect(namesOf(await search('ghost'))).toEqual([]);
    expect(namesOf(await search('kept'))).toEqual(['other', 'oldname']);
    expect(await words()).not.toContain('ghost');
    expect(await knex('search_column_texts').pluck('name')).toEqual([
      'kept_column',
    ]);
    await forgetDatasets(knex, [again]);
    expect(namesOf(await search(''))).toEqual(['other']);
    expect(await words()).not.toContain('oldname');
    expect(await knex('search_columns').pluck('text_id')).toHaveLength(1);
  });

  it.each([
    "'",
    "''; drop table datasets --",
    '&|!():*',
    '\\',
    "\\'",
    'a:* & !b',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfffy',
    '😀'.repeat(100),
    '𠮷'.repeat(100),
    'ー'.repeat(200),
    '%',
    '_',
    '1',
    'é'.repeat(200),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    '売'.repeat(200),
  ])('takes %p as words and nothing else', async q => {
    await retail();
    const result = await search(q);
    expect(result.items.length).toBeLessThanOrEqual(5);
    expect(await knex('datasets').pluck('id')).toHaveLength(5);
  });

  it('takes hostile names as they are', async () => {
    const name = `a.it's \\ & | ! :* "x" \t\n{1,2}`;
    await addDatasets(knex, [
      {
        name,
        columns: [{ name: `c'\\"\t{`, definition: { en: "o'clock \\N" } }],
        detail: { tags: ['{"', "'"] },
      },
    ]);
    const { items } = await search("it's x");
    expect(items.map(nameOf)).toEqual([name.slice(2)]);
    expect(namesOf(await search('clock', { kind: 'column' }))).toEqual([
      `${name.slice(2)}.c'\\"\t{`,
    ]);
  });
});
