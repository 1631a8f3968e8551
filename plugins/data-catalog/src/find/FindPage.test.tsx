import type {
  DataCatalogClient,
  Found,
} from '@suido/backstage-plugin-data-catalog-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeCatalog, refusal } from '../__testUtils__/fakeCatalog';
import { aSummary, anAnswer } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

type Search = DataCatalogClient['search'];

function searchThat(answer: Search) {
  return jest.fn<ReturnType<Search>, Parameters<Search>>(answer);
}

function asked(search: ReturnType<typeof searchThat>) {
  return search.mock.calls.map(([{ query }]) => query);
}

function aNamed(name: string): Found {
  return {
    kind: 'dataset',
    dataset: aSummary({ key: `${name}-0123456789`, name }),
    columns: [],
  };
}

const address = () => screen.getByRole('status', { name: 'address' });
const box = () =>
  screen.findByRole('searchbox', {
    name: 'Search datasets, columns, saved queries and dashboards',
  });

describe('finding', () => {
  it('goes by keyboard from a slash through the results to a page, and clears', async () => {
    const search = searchThat(async ({ query }) =>
      anAnswer({
        items: query?.q ? [aNamed('dim_shop'), aNamed('fct_shop')] : [],
        total: { count: 2, isExact: true },
      }),
    );
    renderPages({ client: fakeCatalog({ search }) });
    await box();
    await userEvent.keyboard('/');
    expect(await box()).toHaveFocus();
    expect(await box()).toHaveValue('');
    await userEvent.keyboard('shop{Enter}');
    const first = await screen.findByRole('link', { name: 'dim_shop' });
    expect(within(first).getByText('shop').tagName).toBe('MARK');
    expect(address()).toHaveTextContent('/data-catalog?q=shop');
    await userEvent.keyboard('{ArrowDown}');
    expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('link', { name: 'fct_shop' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(await box()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    expect(await box()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(await box()).toHaveValue('');
    await waitFor(() => expect(address()).toHaveTextContent(/catalog$/));
    expect(await screen.findByText('The catalog is still empty')).toBeVisible();
  });

  it('opens a result by Enter', async () => {
    renderPages({
      path: '/data-catalog?q=shop',
      client: fakeCatalog({
        search: async () => anAnswer({ items: [aNamed('dim_shop')] }),
        getDataset: async () => new Promise(() => {}),
      }),
    });
    const link = await screen.findByRole('link', { name: 'dim_shop' });
    await userEvent.click(await box());
    await userEvent.keyboard('{ArrowDown}');
    expect(link).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(address()).toHaveTextContent(
        '/data-catalog/datasets/dim_shop-0123456789',
      ),
    );
  });

  it('sends nothing within a word of an input method', async () => {
    const search = searchThat(async () => anAnswer());
    renderPages({ language: 'ja', client: fakeCatalog({ search }) });
    await screen.findByRole('link', { name: 'fct_daily_sales' });
    const input = screen.getByRole('searchbox');
    fireEvent.compositionStart(input);
    fireEvent.change(input, { target: { value: 'うり' } });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    fireEvent.change(input, { target: { value: '売上' } });
    expect(asked(search).map(query => query?.q)).toStrictEqual(['']);
    fireEvent.compositionEnd(input);
    await waitFor(() => expect(asked(search).at(-1)?.q).toBe('売上'));
    expect(asked(search)).toHaveLength(2);
    expect(await screen.findByText('売上', { selector: 'mark' })).toBeVisible();
  });

  it('keeps everything in the address: facets combine, go back and are taken out', async () => {
    const search = searchThat(async () => anAnswer());
    renderPages({
      path: '/data-catalog?q=sales&layer=nonsense',
      client: fakeCatalog({ search }),
    });
    const layers = await screen.findByRole('group', { name: 'Layer' });
    expect(within(layers).getByText('1,234')).toBeVisible();
    await userEvent.click(
      within(layers).getByRole('checkbox', { name: /Mart/ }),
    );
    await userEvent.click(
      within(screen.getByRole('group', { name: 'Tier' })).getByRole('checkbox'),
    );
    await waitFor(() =>
      expect(address()).toHaveTextContent(
        '/data-catalog?q=sales&layer=mart&tier=3',
      ),
    );
    await waitFor(() =>
      expect(asked(search).at(-1)).toMatchObject({
        q: 'sales',
        layer: ['mart'],
        tier: 3,
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'go back' }));
    await waitFor(() =>
      expect(address()).toHaveTextContent(/q=sales&layer=mart$/),
    );
    await userEvent.type(await box(), ' shop');
    await waitFor(() => expect(address()).toHaveTextContent('q=sales+shop'));
    await userEvent.click(screen.getByRole('button', { name: 'go back' }));
    await waitFor(() =>
      expect(address()).toHaveTextContent(/q=sales&layer=mart$/),
    );
    expect(await box()).toHaveValue('sales');
    const chosen = screen.getByRole('group', { name: /^Narrowed by/ });
    await userEvent.click(
      within(chosen).getByRole('button', { name: 'Layer: Mart' }),
    );
    await waitFor(() => expect(address()).toHaveTextContent(/\?q=sales$/));
  });

  it('keeps the old results, marked as busy, until the new ones are there', async () => {
    let answer: (() => void) | undefined;
    const search = searchThat(async ({ query }) => {
      if (query?.q === 'slow') {
        await new Promise<void>(resolve => {
          answer = resolve;
        });
        return anAnswer({ items: [aNamed('slow_one')] });
      }
      return anAnswer();
    });
    renderPages({ client: fakeCatalog({ search }) });
    const list = await screen.findByRole('list', { name: 'What was found' });
    expect(list).toHaveAttribute('aria-busy', 'false');
    await userEvent.type(await box(), 'slow{Enter}');
    await waitFor(() => expect(list).toHaveAttribute('aria-busy', 'true'));
    expect(screen.getByRole('link', { name: 'fct_daily_sales' })).toBeVisible();
    answer?.();
    expect(await screen.findByRole('link', { name: 'slow_one' })).toBeVisible();
    expect(list).toBeInTheDocument();
    await waitFor(() => expect(list).toHaveAttribute('aria-busy', 'false'));
  });

  it('shows columns, saved queries and dashboards, mended words and more pages', async () => {
    const search = searchThat(async ({ query }) =>
      query?.cursor
        ? anAnswer({
            items: [
              {
                kind: 'dashboard',
                id: 'd1',
                source: 'bi',
                title: 'Customers <b>today</b>',
                url: 'data:text/html,<script>alert(1)</script>',
                reads: [{ key: 'dim-shop-0123456789', name: 'dim_shop' }],
              },
            ],
          })
        : anAnswer({
            items: [
              {
                kind: 'dataset',
                dataset: aSummary(),
                columns: ['customer_id'],
              },
              {
                kind: 'column',
                dataset: { key: 'x-0123456789', name: 'orders', tier: 2 },
                name: 'customer',
                type: 'text',
                definition: {},
              },
              {
                kind: 'saved-query',
                id: 'q1',
                source: 'redash',
                title: 'Top customers',
                url: 'https://redash.example/q/1',
                reads: [],
              },
            ],
            total: { count: 1_000, isExact: false },
            corrected: 'customer',
            nextCursor: 'next',
          }),
    );
    renderPages({
      path: '/data-catalog?q=custmer',
      client: fakeCatalog({ search }),
    });
    expect(
      await screen.findByText('Showing results for “customer”'),
    ).toBeVisible();
    expect(screen.getByText(/More than 1,000 found/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'customer_id' })).toHaveAttribute(
      'href',
      '/data-catalog/datasets/fct-daily-sales-0123456789/columns?q=customer_id',
    );
    expect(screen.getByRole('link', { name: 'customer' })).toHaveAttribute(
      'href',
      '/data-catalog/datasets/x-0123456789/columns?q=customer',
    );
    expect(screen.getByRole('link', { name: 'Top customers' })).toHaveAttribute(
      'href',
      'https://redash.example/q/1',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'dim_shop' })).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Customers <b>today</b>' }),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /today/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'customer_id' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('offers the next step where nothing is found', async () => {
    renderPages({
      path: `/data-catalog?${new URLSearchParams({
        q: '返品 & <b>',
        layer: 'mart',
      })}`,
      client: fakeCatalog({
        search: async () =>
          anAnswer({
            items: [],
            facets: [],
            total: { count: 0, isExact: true },
          }),
      }),
    });
    expect(
      await screen.findByText('Nothing found for “返品 & <b>”'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Ask for a mart' }),
    ).toHaveAttribute(
      'href',
      `/data-requests/new/data-mart?${new URLSearchParams({
        question: '返品 & <b>',
      })}`,
    );
    const layer = screen.getByRole('group', { name: 'Layer' });
    expect(within(layer).getByRole('checkbox')).toBeChecked();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear all narrowings' })[1],
    );
    await waitFor(() => expect(address()).not.toHaveTextContent('layer'));
  });

  it('says what failed and tries again; says who to ask where it is refused', async () => {
    const search = searchThat(async () => anAnswer());
    search.mockRejectedValueOnce(
      await refusal(400, 'InputError', 'Bad cursor'),
    );
    const { unmount } = renderPages({ client: fakeCatalog({ search }) });
    expect(await screen.findByText('Bad cursor')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'fct_daily_sales' }),
    ).toBeVisible();
    unmount();
    const error = await refusal(403, 'NotAllowedError', 'No role');
    renderPages({
      client: fakeCatalog({ search: async () => Promise.reject(error) }),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('speaks Japanese', async () => {
    renderPages({
      language: 'ja',
      client: fakeCatalog({ search: async () => anAnswer() }),
    });
    expect(
      await screen.findByRole('heading', { name: 'データカタログ' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('店舗と日ごとの売上')).toBeVisible();
    expect(screen.getByRole('group', { name: 'レイヤー' })).toBeVisible();
  });

  it('shows what is told after a start, without being asked again', async () => {
    const items: Found[] = [];
    const search = searchThat(async () =>
      anAnswer({ items, total: { count: items.length, isExact: true } }),
    );
    renderPages({ client: fakeCatalog({ search }) });
    expect(await screen.findByText('The catalog is still empty')).toBeVisible();
    items.push(aNamed('dim_shop'));
    expect(
      await screen.findByRole(
        'link',
        { name: 'dim_shop' },
        { timeout: 20_000 },
      ),
    ).toBeVisible();
    expect(screen.queryByText('The catalog is still empty')).toBeNull();
  });
});
