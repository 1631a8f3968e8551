import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import { ANNOTATIONS } from '@suido/vocabulary';
import { screen } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { rootRouteRef } from '../routes';
import { fakeClient } from '../__testUtils__/fakeClient';
import { aSummary } from '../__testUtils__/fixtures';
import { DatasetCard } from './DatasetCard';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'fct-daily-sales-0123456789',
    description: 'Sales per shop and day',
    annotations: {
      [ANNOTATIONS.purpose]: 'Morning meeting',
      [ANNOTATIONS.updateFrequency]: 'daily',
      [ANNOTATIONS.tier]: '3',
      [ANNOTATIONS.layer]: 'no such layer',
    },
  },
  spec: { type: 'dataset' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/sales' }],
};

function renderCard(
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
  entity: Entity = ENTITY,
) {
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>
      <EntityProvider entity={entity}>
        <DatasetCard />
      </EntityProvider>
    </SWRConfig>,
    {
      mountedRoutes: { '/data-requests': rootRouteRef },
      apis: [
        [
          dataRequestsApiRef,
          fakeClient({
            listRequests: async input => ({
              items:
                input.query?.dataset === ENTITY.metadata.name
                  ? [aSummary({ state: 'deployed' })]
                  : [],
            }),
          }),
        ],
        [permissionApiRef, mockApis.permission({ authorize: result })],
      ],
    },
  );
}

it('says what the dataset means and promises, and leads to its request and to the form', async () => {
  renderCard(AuthorizeResult.ALLOW);
  expect(await screen.findByText('Sales per shop and day')).toBeVisible();
  expect(screen.getByText('Morning meeting')).toBeVisible();
  expect(screen.getByText('Daily')).toBeVisible();
  expect(screen.getByText('3 Confidential')).toBeVisible();
  expect(screen.getByText('sales')).toBeVisible();
  expect(screen.getByText('Not stated')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'No. 12' })).toHaveAttribute(
    'href',
    '/data-requests/requests/01JD0000000000000000000001',
  );
  expect(
    await screen.findByRole('link', { name: 'Make a mart from this' }),
  ).toHaveAttribute(
    'href',
    '/data-requests/new/data-mart?dataset=fct-daily-sales-0123456789',
  );
  expect(screen.queryByRole('link', { name: 'Copy this mart' })).toBeNull();
});

it('offers to copy what is a mart, and only that', async () => {
  const mart: Entity = {
    ...ENTITY,
    metadata: {
      ...ENTITY.metadata,
      annotations: { [ANNOTATIONS.layer]: 'mart' },
    },
  };
  renderCard(AuthorizeResult.ALLOW, mart);
  expect(
    await screen.findByRole('link', { name: 'Copy this mart' }),
  ).toHaveAttribute(
    'href',
    '/data-requests/new/data-mart?mart=fct-daily-sales-0123456789',
  );
});

it('does not offer the form to those who may not ask', async () => {
  renderCard(AuthorizeResult.DENY);
  expect(await screen.findByRole('link', { name: 'No. 12' })).toBeVisible();
  expect(
    screen.queryByRole('link', { name: 'Make a mart from this' }),
  ).not.toBeInTheDocument();
});
