import type { DatasetSummary } from '@suido/backstage-plugin-data-catalog-common';
import { screen } from '@testing-library/react';
import { fakeCatalog } from '../__testUtils__/fakeCatalog';
import { renderParts } from '../__testUtils__/renderParts';
import { DatasetSummaryCard } from './DatasetSummaryCard';

const DATASET: DatasetSummary = {
  key: 'fct-daily-sales-0123456789',
  id: { namespace: 'duckdb://demo', name: 'retail.marts.fct_daily_sales' },
  name: 'fct_daily_sales',
  layer: 'mart',
  domain: 'sales',
  owner: { label: 'hanako@example.com', isPersonal: true },
  tier: 3,
  definition: { ja: '店舗と日ごとの**売上**' },
  columns: 12,
  completeness: 0.5,
  lifecycle: 'deprecated',
};

it('says what a dataset is and marks what was looked for, in Japanese', async () => {
  renderParts(<DatasetSummaryCard dataset={DATASET} words={['売上']} />, {
    client: fakeCatalog({}),
    language: 'ja',
  });
  expect(
    await screen.findByRole('link', { name: 'fct_daily_sales' }),
  ).toHaveAttribute(
    'href',
    '/data-catalog/datasets/fct-daily-sales-0123456789',
  );
  expect(screen.getByText('売上', { selector: 'mark' })).toBeVisible();
  expect(screen.getByText('データマート')).toBeVisible();
  expect(screen.getByText('3 機密')).toBeVisible();
  expect(screen.getByText('非推奨')).toBeVisible();
  expect(screen.getByText('12 列')).toBeVisible();
  expect(screen.getByText('hanako@example.com')).toBeVisible();
  expect(
    screen.getByRole('img', { name: 'グループではなく個人です' }),
  ).toBeVisible();
});

it('is no link where the catalog has no pages', async () => {
  renderParts(<DatasetSummaryCard dataset={DATASET} />, {
    client: fakeCatalog({}),
    hasPages: false,
  });
  expect(await screen.findByText('fct_daily_sales')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});
