import {
  emptyMartSpec,
  type DataRequestsClient,
  type InputDataset,
  type MartSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import { fakeClient, refusal } from '../__testUtils__/fakeClient';
import { aRequest, aSummary, REQUEST_ID } from '../__testUtils__/fixtures';
import { findStart } from './findStart';
import { LINK_FIELDS, startFromLink } from './startFromLink';

const TARGET: Target = {
  id: 'data-platform',
  title: 'Data platform',
  kind: 'dbt',
  repository: 'data-platform',
  baseBranch: 'main',
  martNamePattern: '^fct_',
  partitioning: 'partitions',
  martNameRule: { en: 'Begins with fct_', ja: 'fct_ で始まります' },
  domains: ['sales'],
  owners: [{ entityRef: 'group:default/sales', title: 'Sales' }],
};

const MART: InputDataset = {
  key: 'fct-sales-0123456789',
  id: { namespace: 'duckdb://demo', name: 'retail.marts.fct_sales' },
  name: 'fct_sales',
  layer: 'mart',
  definition: {},
  tier: 3,
  columns: ['Store ID', 'store_id', '売上'].map(name => ({
    name,
    type: 'decimal',
    definition: { ja: `${name}の定義` },
    tier: 1,
  })),
};

const MADE: MartSpec = {
  ...emptyMartSpec('data-platform'),
  name: 'fct_daily_sales',
  question: 'How much?',
  purpose: 'Meeting',
  sources: [{ alias: 'orders', dataset: 'stg-orders-0123456789' }],
  consumers: [{ kind: 'dashboard', name: 'Board', exposure: true }],
  differences: [{ subject: 'dataset:x-0123456789', reason: 'Other' }],
  unitTest: { given: [], expected: { columns: [], rows: [] } },
};

function client(over: Partial<DataRequestsClient> = {}) {
  return fakeClient({
    listDatasets: async () => ({ items: [MART] }),
    getRequest: async () => aRequest({ spec: MADE }),
    ...over,
  });
}

describe('findStart', () => {
  it('copies a request without what speaks of it alone', async () => {
    const start = await findStart(client(), [TARGET], { copy: REQUEST_ID });
    const { unitTest: _, ...kept } = MADE;
    expect(start).toEqual({
      spec: { ...kept, name: '', consumers: [], differences: [] },
      notices: [{ kind: 'copied', name: 'fct_daily_sales', number: 12 }],
    });
  });

  it('copies into a repository that there is', async () => {
    const start = await findStart(client(), [{ ...TARGET, id: 'other' }], {
      copy: REQUEST_ID,
    });
    expect(start?.spec.target).toBe('other');
  });

  it.each([
    [400, 'InputError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
  ])('starts empty where the request cannot be had (%s)', async (...what) => {
    const error = await refusal(...what, 'refused');
    const start = await findStart(
      client({ getRequest: async () => Promise.reject(error) }),
      [TARGET],
      { copy: 'x' },
    );
    expect(start).toEqual({
      spec: emptyMartSpec('data-platform'),
      notices: [{ kind: 'copy-missing' }],
    });
  });

  it('copies the mart from the newest request that was merged', async () => {
    const listRequests = jest.fn<
      ReturnType<DataRequestsClient['listRequests']>,
      Parameters<DataRequestsClient['listRequests']>
    >(async () => ({ items: [aSummary({ state: 'deployed' })] }));
    const start = await findStart(client({ listRequests }), [TARGET], {
      mart: MART.key,
    });
    expect(listRequests.mock.calls[0][0]).toEqual({
      query: { dataset: MART.key, state: ['merged', 'deployed'], limit: 1 },
    });
    expect(start?.spec).toMatchObject({ name: '', question: 'How much?' });
  });

  it('reads the columns of a mart that no request made', async () => {
    const forbidden = await refusal(403, 'NotAllowedError', 'No role');
    for (const listRequests of [
      async () => ({ items: [] }),
      async () => Promise.reject(forbidden),
    ]) {
      const start = await findStart(client({ listRequests }), [TARGET], {
        mart: MART.key,
      });
      expect(start).toMatchObject({
        spec: {
          tier: 3,
          sources: [{ alias: 'sales', dataset: MART.key }],
          columns: [
            { role: 'detail', name: 'store_id', column: 'Store ID' },
            { role: 'detail', name: 'store_id_2', column: 'store_id' },
            { role: 'detail', name: 'column', column: '売上' },
          ],
          grain: [],
        },
        notices: [{ kind: 'not-made-here', name: 'fct_sales' }],
      });
    }
  });

  it('passes on a failure that says nothing of the request', async () => {
    const failure = await refusal(500, 'Error', 'Database away');
    await expect(
      findStart(
        client({ getRequest: async () => Promise.reject(failure) }),
        [TARGET],
        { copy: REQUEST_ID },
      ),
    ).rejects.toBe(failure);
  });

  it('has nothing to say where nothing was asked for', async () => {
    expect(await findStart(client(), [TARGET], {})).toBeUndefined();
  });
});

describe('startFromLink', () => {
  const empty = emptyMartSpec('data-platform');
  const read = (query: string, language: 'en' | 'ja' = 'en') =>
    startFromLink(empty, new URLSearchParams(query), TARGET, language);

  it('fills in what the form could hold', () => {
    const query = new URLSearchParams({
      question: ' 売上は？ ',
      purpose: 'Meeting\nof <b>shops</b> {{ x }}',
      name: 'fct_sales',
      definition: '日別の売上',
      owner: 'group:default/sales',
      domain: 'sales',
      frequency: 'weekly',
      unheard_of: 'x',
    });
    expect(read(query.toString(), 'ja')).toEqual({
      spec: {
        ...empty,
        question: '売上は？',
        purpose: 'Meeting\nof <b>shops</b> {{ x }}',
        name: 'fct_sales',
        definition: { ja: '日別の売上' },
        owner: 'group:default/sales',
        domain: 'sales',
        updateFrequency: 'weekly',
      },
      ignored: [],
    });
  });

  it.each([
    ['a text without end', `question=${'x'.repeat(2_001)}`, ['question']],
    ['a control character', 'purpose=a%00b', ['purpose']],
    ['a turned direction', 'definition=a%E2%80%AEb', ['definition']],
    ['a name that is none', 'name=Daily+Sales', ['name']],
    ['a path for a name', 'name=..%2Fx', ['name']],
    ['an owner unknown here', 'owner=user:default/eve', ['owner']],
    ['a folder unknown here', 'domain=..%2F..', ['domain']],
    ['a word unknown here', 'frequency=always', ['frequency']],
    ['a value twice', 'name=fct_a&name=fct_b', ['name']],
    ['nothing', 'name=&question=+', []],
  ])('leaves out %s', (_, query, ignored) => {
    expect(read(query)).toEqual({ spec: empty, ignored });
  });

  it('takes no owner and no folder from a link without a repository', () => {
    expect(
      startFromLink(
        empty,
        new URLSearchParams('owner=group:default/sales&domain=sales'),
        undefined,
        'en',
      ).ignored,
    ).toEqual(['owner', 'domain']);
  });

  it('names every parameter that it knows once', () => {
    expect(new Set(LINK_FIELDS).size).toBe(LINK_FIELDS.length);
  });
});
