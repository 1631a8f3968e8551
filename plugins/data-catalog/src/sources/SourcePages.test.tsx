import type { CatalogSource } from '@suido/backstage-plugin-data-catalog-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeCatalog, refusal } from '../__testUtils__/fakeCatalog';
import { aHeldRun } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

const DBT: CatalogSource = {
  id: 'shop/dbt',
  kind: 'dbt',
  title: 'Shop project',
  datasets: 1_234,
  lastRun: aHeldRun(),
};
const PATH = '/data-catalog/sources/shop%2Fdbt';

it('lists where metadata comes from and how the last reading went', async () => {
  renderPages({
    path: '/data-catalog/sources',
    client: fakeCatalog({
      listSources: async () => ({
        items: [
          DBT,
          { id: 'push', kind: 'push', title: 'Pushed', datasets: 0 },
        ],
      }),
    }),
  });
  const row = (await screen.findByText('Shop project')).closest('tr')!;
  expect(within(row).getByRole('link')).toHaveAttribute('href', PATH);
  expect(within(row).getByText('1,234')).toBeVisible();
  expect(within(row).getByText('Held back')).toBeVisible();
  const other = screen.getByText('Pushed').closest('tr')!;
  expect(within(other).getAllByText('Not yet')).toHaveLength(2);
});

it('explains a held reading in words, and lets it through after asking', async () => {
  const releaseRun = jest.fn(async () => aHeldRun({ state: 'applied' }));
  const refreshSource = jest.fn(async () => DBT);
  const listSourceRuns = jest
    .fn()
    .mockResolvedValueOnce({ items: [aHeldRun()] })
    .mockResolvedValue({
      items: [aHeldRun({ state: 'applied', reason: undefined })],
    });
  renderPages({
    path: PATH,
    may: true,
    client: fakeCatalog({
      listSources: async () => ({ items: [DBT] }),
      listSourceRuns,
      releaseRun,
      refreshSource,
    }),
  });
  expect(
    await screen.findByText(/It would remove 30 % of the datasets\./),
  ).toBeVisible();
  expect(
    screen.getByText('Datasets it would add: 1 · change: 2 · remove: 300'),
  ).toBeVisible();
  expect(screen.getByText('40 refused')).toBeVisible();
  expect(screen.getByText('It names no relation.')).toBeVisible();
  expect(screen.getByText('model.shop.ghost')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Let it through' }));
  expect(releaseRun).not.toHaveBeenCalled();
  const dialog = await screen.findByRole('dialog', {
    name: 'Let this reading through?',
  });
  expect(dialog).toHaveTextContent('from the catalog: 300');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Let it through' }),
  );
  expect(await screen.findByText('In the catalog')).toBeVisible();
  expect(releaseRun).toHaveBeenCalledWith({
    params: { source: 'shop/dbt', run: aHeldRun().id },
  });
  expect(screen.getByText(/It was let through/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  expect(
    await screen.findByText('It will be read again in a moment.'),
  ).toBeVisible();
  expect(refreshSource).toHaveBeenCalledWith({
    params: { source: 'shop/dbt' },
  });
});

it('offers nothing to those who may not decide, in Japanese', async () => {
  renderPages({
    path: PATH,
    language: 'ja',
    client: fakeCatalog({
      listSources: async () => ({ items: [DBT] }),
      listSourceRuns: async () => ({ items: [aHeldRun()] }),
    }),
  });
  expect(
    await screen.findByText(/データセットの 30% がなくなります。/),
  ).toBeVisible();
  expect(
    screen.getByText('反映するかどうかはデータエンジニアが判断します。'),
  ).toBeVisible();
  expect(screen.getByText('表の名前がありません。')).toBeVisible();
  expect(screen.queryByRole('button', { name: '反映する' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'もう一度読み込む' })).toBeNull();
});

it('says what failed to be read, what cannot be done, and that nothing is there', async () => {
  const busy = await refusal(409, 'ConflictError', 'It is being read');
  const { unmount } = renderPages({
    path: PATH,
    may: true,
    client: fakeCatalog({
      listSources: async () => ({ items: [DBT] }),
      listSourceRuns: async () => ({
        items: [
          aHeldRun({
            state: 'failed',
            changes: undefined,
            report: undefined,
            reason: { en: 'No such file.', ja: 'ファイルがありません。' },
          }),
        ],
      }),
      refreshSource: async () => Promise.reject(busy),
    }),
  });
  expect(await screen.findByText('No such file.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  expect(await screen.findByText('It is being read')).toBeVisible();
  unmount();
  const denied = await refusal(403, 'NotAllowedError', 'No role');
  const second = renderPages({
    path: '/data-catalog/sources',
    client: fakeCatalog({ listSources: async () => Promise.reject(denied) }),
  });
  expect(await screen.findByText('You may not see this')).toBeVisible();
  second.unmount();
  renderPages({
    path: '/data-catalog/sources/ghost',
    client: fakeCatalog({ listSources: async () => ({ items: [] }) }),
  });
  expect(await screen.findByText('There is no source “ghost”')).toBeVisible();
});
