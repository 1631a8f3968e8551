import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import dataRequestsPlugin from '@suido/backstage-plugin-data-requests';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import type {
  DataRequestsClient,
  RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import { screen } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { HomePage } from './HomePage';

const REQUEST: RequestSummary = {
  id: '01JD0000000000000000000001',
  number: 12,
  kind: 'data-mart',
  target: 'data-platform',
  name: 'fct_daily_sales',
  title: 'Add mart fct_daily_sales',
  state: 'in-review',
  stateSince: new Date().toISOString(),
  requester: 'user:default/hanako.sato',
  owner: 'group:default/sales',
  tier: 2,
  datasetKey: 'fct-daily-sales-0123456789',
  createdAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
};

function renderHome(group: string, requests: RequestSummary[]) {
  const client: Pick<DataRequestsClient, 'listRequests' | 'listDrafts'> = {
    listDrafts: async () => ({ items: [] }),
    listRequests: async () => ({ items: requests }),
  };
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>
      <HomePage />
    </SWRConfig>,
    {
      features: [dataRequestsPlugin],
      apis: [
        mockApis.identity({
          userEntityRef: 'user:default/someone',
          displayName: 'Someone',
          ownershipEntityRefs: ['user:default/someone', group],
        }),
        [dataRequestsApiRef, client as DataRequestsClient],
        [catalogApiRef, catalogApiMock()],
      ],
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        suido: {
          timeZone: 'Asia/Tokyo',
          roles: {
            'data-engineer': ['group:default/data-engineering'],
            leadership: ['group:default/leadership'],
          },
        },
      },
    },
  );
}

async function headings(): Promise<string[]> {
  await screen.findByText('Welcome, Someone');
  await screen.findByRole('heading', { name: 'New data' });
  return screen
    .getAllByRole('heading', { level: 2 })
    .map(heading => heading.textContent ?? '');
}

it('is never blank: an empty portal says how it goes', async () => {
  renderHome('group:default/sales', []);
  expect(
    await screen.findByRole('heading', { name: 'Getting started' }),
  ).toBeVisible();
  expect(await screen.findByText('Nothing of yours waits')).toBeVisible();
  expect(screen.getByText('No request has been merged yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Browse data' })).toHaveAttribute(
    'href',
    '/catalog?filters[kind]=resource&filters[type]=dataset&filters[user]=all',
  );
});

it('shows a data engineer the review queue first', async () => {
  renderHome('group:default/data-engineering', [REQUEST]);
  const [, first] = await headings();
  expect(first).toBe('To review');
  expect(
    screen.queryByRole('heading', { name: 'Getting started' }),
  ).not.toBeInTheDocument();
});

it('shows leadership figures first', async () => {
  renderHome('group:default/leadership', [REQUEST]);
  const [, first] = await headings();
  expect(first).toBe('Requests in figures');
  expect(await screen.findByText('requests sent this month')).toBeVisible();
  expect(screen.getByText(/there is no median/)).toBeVisible();
});
