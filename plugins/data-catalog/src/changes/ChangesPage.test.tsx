import type { DataCatalogClient } from '@suido/backstage-plugin-data-catalog-common';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeCatalog, refusal } from '../__testUtils__/fakeCatalog';
import { aChange, PAGE } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

type ListChanges = DataCatalogClient['listChanges'];

it('tells what changed since a day of the portal, with links', async () => {
  const listChanges = jest.fn<ReturnType<ListChanges>, Parameters<ListChanges>>(
    async () => ({
      items: [
        aChange({ type: 'owner', before: 'group:default/a', after: undefined }),
      ],
    }),
  );
  renderPages({
    path: '/data-catalog/changes?since=2026-11-17',
    client: fakeCatalog({ listChanges }),
  });
  expect(
    await screen.findByText(/Owner: group:default\/a was removed\./),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'fct_daily_sales' })).toHaveAttribute(
    'href',
    PAGE,
  );
  expect(listChanges.mock.calls.at(-1)?.[0].query?.since).toBe(
    '2026-11-16T15:00:00.000Z',
  );
  fireEvent.change(screen.getByLabelText('Since'), {
    target: { value: '2026-11-01' },
  });
  await waitFor(() =>
    expect(listChanges.mock.calls.at(-1)?.[0].query?.since).toBe(
      '2026-10-31T15:00:00.000Z',
    ),
  );
  expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent(
    '?since=2026-11-01',
  );
});

it('says that nothing changed, and who to ask where it is refused', async () => {
  const { unmount } = renderPages({
    path: '/data-catalog/changes?since=yesterday',
    language: 'ja',
    client: fakeCatalog({ listChanges: async () => ({ items: [] }) }),
  });
  expect(await screen.findByText('この日以降の変更はありません')).toBeVisible();
  unmount();
  const error = await refusal(403, 'NotAllowedError', 'No role');
  renderPages({
    path: '/data-catalog/changes',
    client: fakeCatalog({ listChanges: async () => Promise.reject(error) }),
  });
  expect(await screen.findByText('You may not see this')).toBeVisible();
});
