import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { fakeCatalog, refusal } from '../__testUtils__/fakeCatalog';
import { aDataset, KEY, PAGE } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { DatasetEntityCard } from './DatasetEntityCard';
import { DatasetEntityColumns } from './DatasetEntityColumns';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: KEY },
  spec: { type: 'dataset' },
};

const element = (
  <EntityProvider entity={ENTITY}>
    <DatasetEntityCard />
    <DatasetEntityColumns />
  </EntityProvider>
);

it('shows the dataset whose key is the name of the entity, and leads to its page', async () => {
  const getDataset = jest.fn(async () => aDataset());
  renderPages({
    element,
    client: fakeCatalog({
      getDataset,
      listColumns: async () => ({
        items: [
          {
            name: 'amount',
            position: 0,
            definition: {},
            tags: [],
            tests: [],
          },
        ],
        total: 1,
      }),
    }),
  });
  expect(
    await screen.findByRole('link', { name: 'Open the page of this dataset' }),
  ).toHaveAttribute('href', PAGE);
  expect(await screen.findByText('amount')).toBeVisible();
  expect(getDataset).toHaveBeenCalledWith({ params: { key: KEY } });
  expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
});

it('says that no source has told of the entity yet', async () => {
  const error = await refusal(404, 'NotFoundError', 'No dataset');
  renderPages({
    element,
    client: fakeCatalog({ getDataset: async () => Promise.reject(error) }),
  });
  expect(
    await screen.findAllByText(
      'The data catalog does not know this dataset yet',
    ),
  ).toHaveLength(2);
});
