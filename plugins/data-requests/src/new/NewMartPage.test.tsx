import type {
  DataRequestsClient,
  InputDataset,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import { screen } from '@testing-library/react';
import { fakeClient, refusal } from '../__testUtils__/fakeClient';
import {
  aDraft,
  aRequest,
  HEAD_SHA,
  REQUEST_ID,
} from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { loadForm, type FormVisit } from './loadForm';

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

const DATASET: InputDataset = {
  key: 'stg-orders-0123456789',
  id: { namespace: 'duckdb://demo', name: 'retail.staging.stg_orders' },
  name: 'stg_orders',
  layer: 'staging',
  definition: {},
  tier: 3,
  columns: [],
};

const DRAFT_ID = aDraft().id;

function visitOf(
  over: Partial<Omit<FormVisit, 'params'>> = {},
  query = '',
): FormVisit {
  return {
    draftId: DRAFT_ID,
    isNew: true,
    language: 'en',
    ...over,
    params: new URLSearchParams(query),
  };
}

async function clientWithout(
  draft: 'draft',
  over: Partial<DataRequestsClient> = {},
) {
  const missing = await refusal(404, 'NotFoundError', `No ${draft}`);
  return fakeClient({
    listTargets: async () => ({ items: [TARGET] }),
    listDatasets: async () => ({ items: [DATASET] }),
    listDrafts: async () => ({ items: [] }),
    getDraft: async () => Promise.reject(missing),
    ...over,
  });
}

describe('loadForm', () => {
  it.each([
    ['of an earlier visit', false],
    ['of this visit, after a reload', true],
  ])('goes on with a draft %s', async (_, isNew) => {
    const client = await clientWithout('draft', {
      getDraft: async () => aDraft(),
      listDrafts: async () => ({ items: [aDraft()] }),
    });
    expect(
      await loadForm(client, visitOf({ isNew, dataset: DATASET.key })),
    ).toMatchObject({ status: 'ready', step: 1, revision: 3 });
  });

  it('starts from a dataset, at least as sensitive as that', async () => {
    const start = await loadForm(
      await clientWithout('draft'),
      visitOf({ dataset: DATASET.key }),
    );
    expect(start).toMatchObject({
      status: 'ready',
      revision: 0,
      spec: {
        target: 'data-platform',
        tier: 3,
        sources: [{ alias: 'orders', dataset: DATASET.key }],
      },
    });
  });

  it('starts empty and says so where no target knows the dataset', async () => {
    const start = await loadForm(
      await clientWithout('draft'),
      visitOf({ dataset: 'elsewhere-0123456789' }),
    );
    expect(start).toMatchObject({
      status: 'ready',
      notices: [{ kind: 'unknown-dataset', dataset: 'elsewhere-0123456789' }],
      spec: { sources: [] },
    });
  });

  it('opens a sent request to change it, only while it may be changed', async () => {
    const visit = visitOf({ revise: REQUEST_ID });
    const request = aRequest();
    const revise = async (update: boolean) =>
      loadForm(
        await clientWithout('draft', {
          getRequest: async () => ({
            ...request,
            abilities: { ...request.abilities, update },
          }),
        }),
        visit,
      );
    expect(await revise(true)).toMatchObject({
      status: 'ready',
      spec: request.spec,
      revises: { id: REQUEST_ID, headSha: HEAD_SHA },
    });
    expect(await revise(false)).toEqual({ status: 'not-revisable' });
  });

  it('does not start a new form under the id of a draft that is gone', async () => {
    expect(
      await loadForm(await clientWithout('draft'), visitOf({ isNew: false })),
    ).toEqual({ status: 'draft-missing' });
  });

  it('passes on a failure that is not a missing draft', async () => {
    const failure = await refusal(500, 'Error', 'Database away');
    const client = await clientWithout('draft', {
      getDraft: async () => Promise.reject(failure),
    });
    await expect(loadForm(client, visitOf({ isNew: false }))).rejects.toBe(
      failure,
    );
  });

  it('says plainly that a newer release wrote the draft', async () => {
    const newer = await refusal(409, 'ConflictError', 'Written by a newer one');
    const client = await clientWithout('draft', {
      getDraft: async () => Promise.reject(newer),
    });
    expect(await loadForm(client, visitOf({ isNew: false }))).toEqual({
      status: 'draft-newer',
      message: 'Written by a newer one',
    });
  });
});

describe('the page of the form', () => {
  it('says what to configure where there is no target', async () => {
    renderPages({
      path: '/data-requests/new/data-mart',
      client: await clientWithout('draft', {
        listTargets: async () => ({ items: [] }),
      }),
    });
    expect(await screen.findByText(/dataRequests\.targets/)).toBeVisible();
  });

  it('offers a new form where the draft is gone', async () => {
    renderPages({
      path: `/data-requests/new/data-mart?draft=${DRAFT_ID}`,
      client: await clientWithout('draft'),
    });
    expect(
      await screen.findByRole('link', { name: 'Start a new one' }),
    ).toHaveAttribute('href', '/data-requests/new/data-mart');
  });

  it('shows the form with what the draft holds', async () => {
    renderPages({
      path: `/data-requests/new/data-mart?draft=${DRAFT_ID}`,
      client: await clientWithout('draft', {
        getDraft: async () => aDraft({ step: 0 }),
        preview: async () => ({
          checks: [],
          sample: {
            status: 'unavailable',
            reason: { en: 'None', ja: 'なし' },
          },
          joins: [],
          reviewers: [],
          lowestTier: 2,
        }),
        findDuplicates: async () => ({ items: [] }),
      }),
    });
    expect(
      await screen.findByDisplayValue(aDraft().spec.question),
    ).toBeVisible();
  });

  it('says what of a link does not count', async () => {
    renderPages({
      path: '/data-requests/new/data-mart?question=Why%3F&owner=group%3Adefault%2Fnobody&frequency=always',
      client: await clientWithout('draft', {
        preview: async () => ({
          checks: [],
          sample: {
            status: 'unavailable',
            reason: { en: 'None', ja: 'なし' },
          },
          joins: [],
          reviewers: [],
          lowestTier: 2,
        }),
        findDuplicates: async () => ({ items: [] }),
      }),
    });
    expect(
      await screen.findByText(
        'The link had values that cannot be used here, so these start empty: owning group, update frequency.',
      ),
    ).toBeVisible();
    expect(screen.getByDisplayValue('Why?')).toBeVisible();
  });

  it('shows a draft of a newer release for what it is', async () => {
    const newer = await refusal(409, 'ConflictError', 'Draft is newer.');
    renderPages({
      path: `/data-requests/new/data-mart?draft=${DRAFT_ID}`,
      client: await clientWithout('draft', {
        getDraft: async () => Promise.reject(newer),
      }),
    });
    expect(
      await screen.findByText('A newer release of the portal wrote this draft'),
    ).toBeVisible();
    expect(screen.getByText(/Draft is newer\./)).toBeVisible();
  });

  it('says whom to ask where the reader may not ask', async () => {
    const denied = await refusal(403, 'NotAllowedError', 'No role');
    renderPages({
      path: '/data-requests/new/data-mart',
      client: await clientWithout('draft', {
        listTargets: async () => Promise.reject(denied),
      }),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
