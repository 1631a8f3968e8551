import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { screen } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { fakeClient } from '../__testUtils__/fakeClient';
import { aSummary, HANAKO } from '../__testUtils__/fixtures';
import { rootRouteRef } from '../routes';
import { MyContributions } from './MyContributions';

function renderSection(items: RequestSummary[]) {
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>
      <MyContributions />
    </SWRConfig>,
    {
      mountedRoutes: { '/data-requests': rootRouteRef },
      apis: [
        mockApis.identity({ userEntityRef: HANAKO }),
        [
          dataRequestsApiRef,
          fakeClient({ listRequests: async () => ({ items }) }),
        ],
      ],
    },
  );
}

it('counts the marts and leads to all of them', async () => {
  renderSection([aSummary({ state: 'deployed' })]);
  const label = await screen.findByText('mart so far');
  expect(label.parentElement).toHaveTextContent('1');
  expect(
    screen.getByRole('link', { name: 'See all: My marts' }),
  ).toHaveAttribute('href', '/data-requests/contributions');
});

it('leads to the first one where there is none', async () => {
  renderSection([]);
  expect(
    await screen.findByRole('link', { name: 'How a first request goes' }),
  ).toHaveAttribute('href', '/data-requests/first-request');
  expect(screen.getByRole('link', { name: 'Ask for a mart' })).toHaveAttribute(
    'href',
    '/data-requests/new/data-mart',
  );
});
