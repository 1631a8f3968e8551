import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';
import { screen, within } from '@testing-library/react';
import { refusal } from '../../__testUtils__/fakeClient';
import { aRequest, REQUEST_ID } from '../../__testUtils__/fixtures';
import { renderPages } from '../../__testUtils__/renderPages';
import {
  clientOf,
  MAY_REVIEW,
  REQUEST_PATH,
} from '../../__testUtils__/requestPage';
import { similarMarts } from './similarMarts';

const { spec } = aRequest();
const request = aRequest({
  abilities: MAY_REVIEW,
  spec: {
    ...spec,
    differences: [
      { subject: 'dataset:fct-sales-0123456789', reason: 'By day, not month.' },
    ],
  },
});

function duplicate(over: Partial<Duplicate>): Duplicate {
  return {
    subject: 'dataset:fct-sales-0123456789',
    kind: 'dataset',
    name: 'fct_sales',
    description: {},
    score: 0.9,
    reasons: [{ en: 'Both read orders.', ja: 'どちらも注文を読みます。' }],
    ...over,
  };
}

it('shows reviewers what looks alike, why, and what the author says to it', async () => {
  const findDuplicates = jest.fn(async () => ({
    items: [
      duplicate({}),
      duplicate({
        subject: `request:${REQUEST_ID}`,
        kind: 'request',
        name: 'fct_shop_sales',
        number: 9,
      }),
      duplicate({ subject: 'dataset:far-0123456789', name: 'far', score: 0.4 }),
    ],
  }));
  renderPages({
    path: REQUEST_PATH,
    client: clientOf(request, { findDuplicates }),
  });
  const section = await screen.findByRole('region', { name: 'Similar marts' });
  const [said, unsaid] = within(section)
    .getAllByRole('link')
    .map(link => link.closest('li')!);
  expect(within(said).getByRole('link', { name: 'fct_sales' })).toHaveAttribute(
    'href',
    '/catalog/default/resource/fct-sales-0123456789',
  );
  expect(said).toHaveTextContent('Both read orders.');
  expect(said).toHaveTextContent('By day, not month.');
  expect(
    within(unsaid).getByRole('link', { name: 'fct_shop_sales #9' }),
  ).toHaveAttribute('href', REQUEST_PATH);
  expect(unsaid).toHaveTextContent('did not say how it differs');
  expect(section).not.toHaveTextContent('far');
  expect(findDuplicates).toHaveBeenCalledWith({
    body: { spec: request.spec, revises: REQUEST_ID },
  });
});

it('shows what the author said where the portal does not compare for this reader', async () => {
  const denied = await refusal(403, 'NotAllowedError', 'No');
  renderPages({
    path: REQUEST_PATH,
    client: clientOf(request, {
      findDuplicates: async () => Promise.reject(denied),
    }),
  });
  expect(await screen.findByText('By day, not month.')).toBeVisible();
});

it('is not there where nothing looks alike', () => {
  expect(similarMarts([], [duplicate({ score: 0.7 })], 0.75)).toEqual([]);
});
