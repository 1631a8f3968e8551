import type { DataRequestsClient } from '@suido/backstage-plugin-data-requests-common';
import { screen, within } from '@testing-library/react';
import { fakeClient, refusal } from '../__testUtils__/fakeClient';
import { aSummary, HANAKO } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { contributionFigures } from './contributionFigures';

const PATH = '/data-requests/contributions';

function renderWith(
  listRequests: DataRequestsClient['listRequests'],
  language: 'en' | 'ja' = 'en',
) {
  renderPages({
    path: PATH,
    viewer: HANAKO,
    language,
    client: fakeClient({ listRequests }),
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { namespace: 'default', name: 'fct-a-0123456789' },
      },
    ],
  });
}

beforeEach(() => window.localStorage.clear());

it('counts the reader’s marts and leads to each', async () => {
  const listRequests = jest.fn<
    ReturnType<DataRequestsClient['listRequests']>,
    Parameters<DataRequestsClient['listRequests']>
  >(async () => ({
    items: [
      aSummary({
        id: 'b',
        name: 'fct_b',
        number: 13,
        state: 'merged',
        datasetKey: 'fct-b-0123456789',
        stateSince: new Date().toISOString(),
      }),
      aSummary({
        id: 'a',
        name: 'fct_a',
        state: 'deployed',
        datasetKey: 'fct-a-0123456789',
      }),
    ],
  }));
  renderWith(listRequests);
  expect(await screen.findByText('marts so far')).toBeVisible();
  expect(screen.getByText('marts so far').parentElement).toHaveTextContent('2');
  expect(listRequests.mock.calls[0][0].query).toMatchObject({
    view: 'mine',
    state: ['merged', 'deployed'],
  });
  expect(await screen.findByRole('link', { name: 'fct_a' })).toHaveAttribute(
    'href',
    '/catalog/default/resource/fct-a-0123456789',
  );
  const pending = screen.getByText('fct_b').closest('tr')!;
  expect(pending).toHaveTextContent('not yet in the catalog');
  expect(within(pending).getByRole('link', { name: 'No. 13' })).toHaveAttribute(
    'href',
    '/data-requests/requests/b',
  );
  expect(
    within(screen.getByRole('region', { name: 'By month' })).getAllByRole(
      'listitem',
    ),
  ).toHaveLength(12);
});

it('leads to the first request where there is none', async () => {
  renderWith(async () => ({ items: [] }), 'ja');
  const empty = (await screen.findByText('最初のデータマートがここに載ります'))
    .parentElement!;
  expect(
    within(empty).getByRole('link', { name: '初めて依頼する方へ' }),
  ).toHaveAttribute('href', '/data-requests/first-request');
});

it('says whom to ask where the reader may not see requests', async () => {
  const denied = await refusal(403, 'NotAllowedError', 'No role');
  renderWith(async () => Promise.reject(denied));
  expect(await screen.findByText('You may not see this')).toBeVisible();
});

describe('contributionFigures', () => {
  const now = new Date('2026-02-10T12:00:00Z');

  it('counts by the month of the business, over the turn of the year', () => {
    const figures = contributionFigures(
      [
        // 1 February in Tokyo.
        { stateSince: '2026-01-31T16:00:00Z' },
        { stateSince: '2025-03-02T00:00:00Z' },
        // Too long ago for the columns, not for the total.
        { stateSince: '2024-01-01T00:00:00Z' },
      ],
      now,
      'Asia/Tokyo',
    );
    expect(figures).toMatchObject({
      total: 3,
      thisMonth: 1,
      since: '2024-01-01T00:00:00Z',
    });
    expect(figures.months).toHaveLength(12);
    expect(figures.months[0]).toEqual({ month: '2025-03', count: 1 });
    expect(figures.months[11]).toEqual({ month: '2026-02', count: 1 });
  });

  it('has no first one where there is none', () => {
    expect(contributionFigures([], now, 'UTC')).toMatchObject({
      total: 0,
      since: undefined,
    });
  });
});
