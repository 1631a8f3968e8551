import type { DataRequestsClient } from '@suido/backstage-plugin-data-requests-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeClient, refusal } from '../__testUtils__/fakeClient';
import { aDraft, aSummary, HANAKO } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

const noDrafts = { listDrafts: async () => ({ items: [] }) };

describe('the list of requests', () => {
  it('shows drafts to continue, then requests with state, waiter, owner and tier', async () => {
    renderPages({
      path: '/data-requests',
      viewer: HANAKO,
      client: fakeClient({
        listDrafts: async () => ({ items: [aDraft()] }),
        listRequests: async () => ({
          items: [aSummary({ state: 'changes-requested' })],
        }),
      }),
    });
    expect(
      await screen.findByRole('link', { name: 'Continue fct_half_done' }),
    ).toHaveAttribute(
      'href',
      '/data-requests/new/data-mart?draft=01JD0000000000000000000009',
    );
    const row = (await screen.findByText('fct_daily_sales')).closest('tr')!;
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/data-requests/requests/01JD0000000000000000000001',
    );
    expect(within(row).getByText('12')).toBeVisible();
    expect(within(row).getByText('Changes requested')).toBeVisible();
    expect(await within(row).findByText('You')).toBeVisible();
    expect(within(row).getByText('2 Internal')).toBeVisible();
    expect(within(row).getByText('sales')).toBeVisible();
  });

  it('asks for the state in the address, and writes a chosen one there', async () => {
    const listRequests = jest.fn<
      ReturnType<DataRequestsClient['listRequests']>,
      Parameters<DataRequestsClient['listRequests']>
    >(async () => ({ items: [] }));
    renderPages({
      path: '/data-requests/all?state=approved',
      client: fakeClient({ listRequests }),
    });
    expect(await screen.findByText('No request in this state')).toBeVisible();
    expect(listRequests.mock.calls.at(-1)?.[0].query).toMatchObject({
      view: 'all',
      state: 'approved',
    });
    await userEvent.click(screen.getByRole('combobox', { name: 'State' }));
    await userEvent.click(screen.getByRole('option', { name: 'Merged' }));
    await waitFor(() =>
      expect(listRequests.mock.calls.at(-1)?.[0].query).toMatchObject({
        state: 'merged',
      }),
    );
  });

  it('goes on by the cursor', async () => {
    renderPages({
      path: '/data-requests/to-review',
      client: fakeClient({
        listRequests: async input =>
          input.query?.cursor === 'next'
            ? { items: [aSummary({ id: 'second', name: 'fct_second' })] }
            : { items: [aSummary()], nextCursor: 'next' },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(await screen.findByText('fct_second')).toBeVisible();
    expect(screen.getByText('fct_daily_sales')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('stays in its frame from tab to tab, and so does the focus there', async () => {
    renderPages({
      path: '/data-requests/to-review',
      client: fakeClient({
        ...noDrafts,
        listRequests: async () => ({ items: [] }),
      }),
    });
    expect(
      await screen.findByText('Nothing waits for your review'),
    ).toBeVisible();
    const frame = screen.getByRole('main');
    await userEvent.click(
      screen.getByRole('link', { name: 'How a first request goes' }),
    );
    expect(await screen.findByText('Eight words to know')).toBeVisible();
    expect(screen.getByRole('main')).toBe(frame);
  });

  it('offers to ask for a mart where there is nothing', async () => {
    renderPages({
      path: '/data-requests',
      client: fakeClient({
        ...noDrafts,
        listRequests: async () => ({ items: [] }),
      }),
    });
    const empty = await screen.findByText(
      'You have not asked for anything yet',
    );
    expect(
      within(empty.parentElement!).getByRole('link', {
        name: 'Ask for a mart',
      }),
    ).toHaveAttribute('href', '/data-requests/new/data-mart');
  });

  it('says who to ask where the reader may not see requests', async () => {
    const error = await refusal(403, 'NotAllowedError', 'No role');
    renderPages({
      path: '/data-requests/all',
      client: fakeClient({ listRequests: async () => Promise.reject(error) }),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('says what failed and tries again', async () => {
    const listRequests = jest
      .fn()
      .mockRejectedValueOnce(await refusal(400, 'InputError', 'Bad cursor'))
      .mockResolvedValue({ items: [aSummary()] });
    renderPages({
      path: '/data-requests/all',
      client: fakeClient({ listRequests }),
    });
    expect(await screen.findByText('Bad cursor')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('fct_daily_sales')).toBeVisible();
  });

  it('throws a draft away only after asking', async () => {
    const deleteDraft = jest.fn(async () => undefined);
    const listDrafts = jest
      .fn()
      .mockResolvedValueOnce({ items: [aDraft()] })
      .mockResolvedValue({ items: [] });
    renderPages({
      path: '/data-requests',
      client: fakeClient({
        deleteDraft,
        listDrafts,
        listRequests: async () => ({ items: [] }),
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard fct_half_done' }),
    );
    expect(deleteDraft).not.toHaveBeenCalled();
    const dialog = await screen.findByRole('dialog', {
      name: 'Discard this draft?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Discard' }),
    );
    await waitFor(() =>
      expect(deleteDraft).toHaveBeenCalledWith({ params: { id: aDraft().id } }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Your drafts')).not.toBeInTheDocument(),
    );
  });

  it('speaks Japanese', async () => {
    renderPages({
      path: '/data-requests/all',
      language: 'ja',
      client: fakeClient({
        listRequests: async () => ({ items: [aSummary()] }),
      }),
    });
    expect(await screen.findByText('レビュー中')).toBeVisible();
    expect(screen.getByText('レビュー担当者')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'データ依頼' })).toBeVisible();
  });
});
