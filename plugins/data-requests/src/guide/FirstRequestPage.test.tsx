import { screen, within } from '@testing-library/react';
import { fakeClient } from '../__testUtils__/fakeClient';
import { aSummary } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

const PATH = '/data-requests/first-request';

beforeEach(() => window.localStorage.clear());

it('says the five steps, what follows, who reviews, how long it takes, and the words', async () => {
  const createdAt = '2026-11-20T00:00:00.000Z';
  const stateSince = '2026-11-20T03:00:00.000Z';
  renderPages({
    path: PATH,
    client: fakeClient({
      listRequests: async () => ({
        items: [
          aSummary({ id: 'a', state: 'deployed', createdAt, stateSince }),
          aSummary({ id: 'b', state: 'merged', createdAt, stateSince }),
        ],
      }),
    }),
  });
  const part = async (name: string) =>
    within(await screen.findByRole('region', { name }));
  expect(
    (await part('Five steps of the form')).getAllByRole('listitem'),
  ).toHaveLength(5);
  expect(
    (await part('What happens after you send')).getAllByRole('listitem'),
  ).toHaveLength(4);
  expect(
    await (
      await part('How long it takes')
    ).findByText(/Half of the last 2 requests .* at most 3 hours/),
  ).toBeVisible();
  expect((await part('Eight words to know')).getAllByRole('term')).toHaveLength(
    8,
  );
  expect(
    screen.getAllByRole('link', { name: 'Ask for a mart' })[0],
  ).toHaveAttribute('href', '/data-requests/new/data-mart');
});

it('makes no promise where nothing was merged yet', async () => {
  renderPages({
    path: PATH,
    language: 'ja',
    client: fakeClient({ listRequests: async () => ({ items: [] }) }),
  });
  expect(await screen.findByText(/目安はありません/)).toBeVisible();
});
